'use strict';

/** By turns an admission and the discharge of whom it admitted, so that never more than one lies in the bed. */
exports.movement = (id, number) => {
  const event = number % 2 === 0 ? 'A01' : 'A03';
  const visit = `${id.split('-')[0]}-${Math.floor(number / 2)}`;
  return (
    [
      `MSH|^~\\&|PAS|FJO|FLYT|FJO|20261122130500||ADT^${event}|${id}|P|2.5`,
      `EVN|${event}|20261122130000`,
      `PID|1||T-${visit}||Testesen^Kari||19520304`,
      `PV1|1|I|LUN^LUN-301^LUN-301${'|'.repeat(16)}V-${visit}`,
    ].join('\r') + '\r'
  );
};
