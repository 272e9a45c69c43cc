import { dayAfter, instantAt } from '../ward/hand/hospital-day.js';

/** When shifts end, of which the next ones are offered; any other time can be typed. */
const ENDS = ['07:30', '15:00', '15:30', '22:00', '22:30'];

/** The next instant at which the hospital's clock shows a time. @param {string} clock `15:30` @param {number} now @param {import('../core/hospital-time.js').HospitalTime} time */
export function nextAt(clock, now, time) {
  const today = instantAt(time.day(now), clock, time);
  return Date.parse(today) > now ? today : instantAt(dayAfter(time.day(now), 1), clock, time);
}

/** The three shift ends that come next, half an hour from now at the least. @param {number} now @param {import('../core/hospital-time.js').HospitalTime} time */
export function shiftEnds(now, time) {
  const soonest = now + 30 * 60_000;
  return ENDS.map((clock) => nextAt(clock, soonest, time)).sort().slice(0, 3);
}

/** Whether a shift is of the day, the evening or the night: by when it began. @param {string} since @param {import('../core/hospital-time.js').HospitalTime} time */
export function shiftOf(since, time) {
  const minute = time.minuteOfDay(Date.parse(since));
  return minute >= 5 * 60 && minute < 13 * 60 ? 'day' : minute >= 13 * 60 && minute < 20 * 60 ? 'evening' : 'night';
}
