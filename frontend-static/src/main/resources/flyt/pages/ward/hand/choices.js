import { ISOLATIONS } from '../states.js';
import { isByHand, stayOf } from './hand-deeds.js';
import { dayAfter, instantAt } from './hospital-day.js';

/**
 * What there is to choose from before something is said by hand. Pure.
 *
 * @typedef {import('./hand-deeds.js').Wish} Wish
 * @typedef {object} Choice
 * @property {string} text
 * @property {string} [note]
 * @property {import('../states.js').Sign} [sign]
 * @property {string} [icon]
 * @property {boolean} chosen whether it is so now
 * @property {Wish} [wish] what choosing it says
 * @property {string | null} [until] what choosing it sets for the others: the end of a closure
 * @property {string} [how] the same: how a patient is moved
 * @property {boolean} [back] the same: whether they are fetched back
 * @typedef {{label: string, choices: Choice[]}} Choices
 *
 * @typedef {object} Asked
 * @property {import('../../core/rows.js').Row} row
 * @property {any} occupant of whom it is said; null where it is said of the bed
 * @property {import('../../core/rows.js').Row[]} free extra places that are free
 * @property {import('./staff.js').Colleague[]} staff
 * @property {import('./staff.js').Colleague | null} self whoever says it
 * @property {string | null} until the end chosen for a closure
 * @property {string} how the way chosen for a move
 * @property {boolean} back whether whoever is moved is fetched back
 * @property {import('./destinations.js').Destination[]} destinations
 * @property {number} now hospital time
 * @property {import('../../core/hospital-time.js').HospitalTime} time
 * @property {import('../../core/words.js').Words} words
 */

/** @param {string} asks `nurse` @param {Asked} asked @returns {Choices[]} */
export function choicesOf(asks, asked) {
  return CHOICES[asks](asked).filter(({ choices }) => choices.length > 0);
}

const CHOICES = {
  nurse: (asked) => people(asked, 'nurse', 'AssignNurse', ['nurse', 'ward-coordinator']),
  doctor: (asked) => people(asked, 'doctor', 'AssignDoctor', ['doctor']),
  discharge,
  isolation,
  place,
  clean,
  close,
  porter,
  fault,
};

/** Whoever says it first, and nobody; the others come after, since they are asked for and must not push anything aside. */
function people({ occupant, staff, self, words }, field, type, roles) {
  const visit = stayOf(occupant);
  const fits = (one) => one.roles.some((role) => roles.includes(role));
  const choice = (one, text, note) => ({ text, note, icon: 'user', chosen: false, wish: { type, visit, [field]: one.account } });
  const others = staff.filter((one) => fits(one) && (self === null || one.account !== self.account));
  return [
    { label: '', choices: self !== null && fits(self) ? [choice(self, words('hand.me'), self.name)] : [] },
    ends(occupant, field, words('hand.nobody'), { type, visit, [field]: null }, { type, visit }, words),
    { label: '', choices: others.map((one) => choice(one, one.name, '')) },
  ];
}

/** A week, and what is left of today's hours. */
function discharge({ occupant, now, time, words }) {
  const visit = stayOf(occupant);
  const type = 'ExpectDischarge';
  const today = time.day(now);
  const { on = null, at = null } = occupant.discharge || {};
  const name = (day, i) => (i < 2 ? words(i === 0 ? 'discharge.today' : 'hand.tomorrow') : time.weekday(day));
  const days = [0, 1, 2, 3, 4, 5, 6].map((i) => dayAfter(today, i));
  const hours = HOURS.map((hour) => instantAt(today, `${hour}:00`, time)).filter((instant) => Date.parse(instant) > now);
  return [
    { label: words('hand.day'), choices: days.map((day, i) => ({ text: name(day, i), chosen: on === day && at === null, wish: { type, visit, expectedOn: day } })) },
    {
      label: words('hand.today-at'),
      choices: hours.map((instant) => ({
        text: time.clock(instant),
        chosen: at !== null && Date.parse(at) === Date.parse(instant),
        wish: { type, visit, expectedOn: today, expectedAt: instant },
      })),
    },
    ends(occupant, 'discharge', words('discharge.none'), { type, visit, expectedOn: null }, { type, visit }, words),
  ];
}

/** When people leave a ward. */
const HOURS = ['07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21'];

function isolation({ occupant, words }) {
  const visit = stayOf(occupant);
  const type = 'SetIsolation';
  const kinds = Object.entries(ISOLATIONS).map(([kind, sign]) => ({
    text: words(sign.word), sign, chosen: occupant.isolation === kind, wish: { type, visit, isolation: kind },
  }));
  return [{ label: '', choices: kinds }, ends(occupant, 'isolation', words('hand.no-isolation'), { type, visit, isolation: null }, { type, visit }, words)];
}

function place({ occupant, free, words }) {
  const visit = stayOf(occupant);
  const type = 'UseCorridorPlace';
  const places = free.map((row) => ({ text: row.label, note: words(`extra.${row.extra}`), icon: 'bed', chosen: false, wish: { type, visit, bed: row.bed } }));
  const back = { text: words('hand.place-back'), icon: 'arrow-back-up', chosen: false, wish: { type, visit } };
  return [{ label: '', choices: places }, { label: '', choices: isByHand(occupant, 'place') ? [back] : [] }];
}

/** Where somebody lies, the kinds of every day; else those that make a room ready. */
function clean({ row, words }) {
  const kinds = row.occupants.length > 0 ? ['daily', 'spill'] : ['standard', 'contact', 'contact-chlorine', 'droplet', 'airborne', 'spill'];
  const wish = (kind) => ({ type: 'OrderCleaning', bed: row.bed, kind });
  return [
    {
      label: '',
      choices: kinds.map((kind) => {
        const sign = ISOLATIONS[kind];
        return { text: words(`cleaning.${kind}`), note: sign && words(sign.word), sign, icon: sign ? undefined : 'spray', chosen: false, wish: wish(kind) };
      }),
    },
  ];
}

/** Until when comes first and is already chosen; the reason says it. */
function close({ row, until, now, time, words }) {
  const today = time.day(now);
  const name = (day, i) => (i < 2 ? words(i === 0 ? 'discharge.today' : 'hand.tomorrow') : time.weekday(day));
  const end = (day, i, clock) => ({ text: `${name(day, i)} ${clock}`, until: instantAt(day, clock, time) });
  const ends = [
    { text: words('hand.until-further'), until: null },
    end(today, 0, '20:00'),
    ...[1, 2, 3].map((i) => end(dayAfter(today, i), i, '07:00')),
  ].filter((one) => one.until === null || Date.parse(one.until) > now);
  const reason = (why) => ({
    text: words('class.closed-because', { why: words(`closed.${why}`) }),
    icon: 'lock',
    chosen: false,
    wish: { type: 'CloseBed', bed: row.bed, reason: why, ...(until === null ? {} : { until }) },
  });
  return [
    { label: words('hand.until'), choices: ends.map((one) => ({ ...one, chosen: one.until === until })) },
    { label: words('hand.reason'), choices: ['staffing', 'infection', 'repair', 'other'].map(reason) },
  ];
}

/** How is chosen already; where to says it, and that is now. The room is where the patient is. */
function porter({ occupant, how, back, destinations, words }) {
  const ways = WAYS.map(([kind, sign]) => ({ text: words(`hand.how.${kind}`), icon: sign, chosen: kind === how, how: kind }));
  const wish = (to) => ({ type: 'OrderTask', kind: how, visit: stayOf(occupant), to, ...(back ? { roundTrip: true } : {}) });
  const fetched = { text: words('hand.round-trip'), icon: 'arrow-back-up', chosen: back, back: !back };
  return [
    { label: words('hand.how'), choices: [...ways, fetched] },
    { label: words('hand.where-to'), choices: destinations.map(({ name, to }) => ({ text: name, icon: 'route', chosen: false, wish: wish(to) })) },
  ];
}

/** How patients are moved, the usual way first. */
const WAYS = [
  ['patient-wheelchair', 'wheelchair'],
  ['patient-bed', 'bed'],
  ['patient-walking', 'walk'],
];

/** What is wrong in a room, for those who mend it: ready words, so that nobody is named in them. */
function fault({ row, words }) {
  const wish = (note) => ({ type: 'OrderTask', kind: 'fault', from: { bed: row.bed }, note });
  const faults = ['bed', 'call', 'light', 'water', 'other'].map((key) => words(`hand.fault.${key}`));
  return [{ label: '', choices: faults.map((text) => ({ text, icon: 'tool', chosen: false, wish: wish(text) })) }];
}

/** Nobody or none; and to take back what was said by hand, where it was. */
function ends(occupant, field, text, nothing, takenBack, words) {
  const none = { text, chosen: false, wish: nothing };
  const back = { text: words('hand.take-back'), icon: 'arrow-back-up', chosen: false, wish: takenBack };
  return { label: '', choices: isByHand(occupant, field) ? [none, back] : [none] };
}
