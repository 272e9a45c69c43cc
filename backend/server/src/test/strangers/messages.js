'use strict';

/** An admission with this id; each to a visit of its own. */
exports.admission = (id) =>
  [
    `MSH|^~\\&|PAS|FJO|FLYT|FJO|20261122130500||ADT^A01|${id}|P|2.5`,
    'EVN|A01|20261122130000',
    `PID|1||T-${id}||Testesen^Kari||19520304`,
    `PV1|1|I|LUN^LUN-301^LUN-301${'|'.repeat(16)}V-${id}`,
  ].join('\r') + '\r';
