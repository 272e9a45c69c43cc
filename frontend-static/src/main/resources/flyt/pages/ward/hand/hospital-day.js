/** Days and clock times of the hospital, as instants. Pure. */

/** The calendar day some days after another, `2026-11-13`. @param {string} day @param {number} days */
export function dayAfter(day, days) {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The instant at which the hospital's clock shows a time, `2026-11-12T10:00:00.000Z`; of a time that the clock skips, one close by.
 * @param {string} day @param {string} clock `11:00` @param {import('../../core/hospital-time.js').HospitalTime} time
 */
export function instantAt(day, clock, time) {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  const ahead = (instant) => Date.parse(`${time.day(instant)}T${time.clock(instant)}:00Z`) - instant;
  const first = wanted - ahead(wanted);
  return new Date(wanted - ahead(first)).toISOString();
}
