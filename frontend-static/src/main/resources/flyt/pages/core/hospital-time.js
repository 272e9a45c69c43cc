/** Times as a ward says them, in the hospital's own time zone. The device's clock and zone play no part. */
export class HospitalTime {
  #time;
  #seconds;
  #parts;
  #weekday;
  #shortDate;
  #longDate;
  #dateOfYear;
  #date;
  #english;

  /**
   * @param {string | undefined} timeZone an IANA name, `Europe/Oslo`; undefined where no hospital is known: the device's
   * @param {string} language `nb` or `en`
   */
  constructor(timeZone, language) {
    this.#english = language === 'en';
    const locale = language === 'en' ? 'en-GB' : 'nb-NO';
    const format = (options) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    this.#time = format(clock);
    this.#seconds = format({ ...clock, second: '2-digit' });
    this.#parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    this.#weekday = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' });
    this.#shortDate = format({ weekday: 'short', day: 'numeric', month: 'short' });
    this.#date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });
    this.#dateOfYear = format({ day: '2-digit', month: '2-digit', year: 'numeric' });
    this.#longDate = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** `10:42`. @param {string | number} instant */
  clock(instant) {
    return colons(this.#time.format(new Date(instant)));
  }

  /** `10:42:07`. @param {string | number} instant */
  clockWithSeconds(instant) {
    return colons(this.#seconds.format(new Date(instant)));
  }

  /** `tor. 12. nov.` @param {string | number} instant */
  shortDate(instant) {
    return this.#shortDate.format(new Date(instant));
  }

  /** `torsdag 12. november 2026`. @param {string | number} instant */
  longDate(instant) {
    return this.#longDate.format(new Date(instant));
  }

  /** `04.03.1952` for the day `1952-03-04`. @param {string} day */
  date(day) {
    return this.#date.format(new Date(`${day}T12:00:00Z`));
  }

  /** `12.11.2026`. @param {string | number} instant */
  dateOfYear(instant) {
    return this.#dateOfYear.format(new Date(instant));
  }

  /** The hospital's calendar day of an instant, `2026-11-12`. @param {string | number} instant */
  day(instant) {
    return this.#parts.format(new Date(instant));
  }

  /** `Fre 13.` for the day `2026-11-13`. @param {string} day */
  weekday(day) {
    const name = this.#weekday.format(new Date(`${day}T12:00:00Z`)).replace('.', '');
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${Number(day.slice(8))}.`;
  }

  /** The same in the month of today; in another one `22.12.`, in English `22/12`. @param {string} day @param {string} today a day, too */
  weekdayFrom(day, today) {
    const [date, month] = [Number(day.slice(8)), Number(day.slice(5, 7))];
    return day.slice(0, 7) === today.slice(0, 7) ? this.weekday(day) : this.#english ? `${date}/${month}` : `${date}.${month}.`;
  }

  /** Minutes since the hospital's midnight. @param {number} instant */
  minuteOfDay(instant) {
    const [hours, minutes] = this.clock(instant).split(':');
    return Number(hours) * 60 + Number(minutes);
  }
}

/** Some versions of the Norwegian locale write 10.42. @param {string} text */
function colons(text) {
  return text.replace(/\./g, ':');
}

/** Whole minutes between two instants, never under 0. @param {string} from @param {number} now */
export function minutesSince(from, now) {
  return Math.max(0, Math.floor((now - Date.parse(from)) / 60_000));
}
