/**
 * The instant at which a hospital's clocks show a time. Where they show it twice, in autumn, the first; where never, in spring, an
 * hour later.
 *
 * @param {string} local `2026-11-12T09:42`, as a field for date and time has it
 * @param {string} timeZone an IANA name
 * @returns {string} `2026-11-12T08:42:00.000Z`
 */
export function instantOf(local, timeZone) {
  const wanted = Date.parse(`${local}:00Z`);
  const guess = wanted - ahead(wanted, timeZone);
  return new Date(wanted - ahead(guess, timeZone)).toISOString();
}

/** By how many milliseconds a zone's clocks are ahead of UTC at an instant. */
function ahead(instant, timeZone) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(instant);
  const of = (type) => Number(parts.find((part) => part.type === type).value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(instant / 1000) * 1000;
}
