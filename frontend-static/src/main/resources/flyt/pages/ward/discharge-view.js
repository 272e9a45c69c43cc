/**
 * The cell of the day of leaving. Pure.
 *
 * @typedef {{shape: 'ring' | 'square' | null, text: string, quiet: boolean, ready: boolean,
 *   note: string, tone: 'plain' | 'info' | 'crit'}} DischargeView
 */

/**
 * @param {any} occupant an occupant of a bed row
 * @param {import('./bed-row.js').Context} context
 * @returns {DischargeView}
 */
export function dischargeView(occupant, { words, time, now }) {
  const { discharge } = occupant;
  if (!discharge) {
    return { shape: null, text: '', quiet: true, ready: false, note: '', tone: 'plain' };
  }
  const team = teamNote(occupant.ews, words, time);
  const sign = SIGNS[discharge.sign](discharge, words, time);
  const text = dayText(discharge, words, time, time.day(now));
  return { quiet: text === words('discharge.none'), ready: false, text, ...sign, ...team };
}

const none = () => ({ shape: null, note: '', tone: 'plain' });
const SIGNS = {
  none,
  expected: none,
  waiting: (discharge, words, time) => ({ shape: 'ring', note: waitsFor(discharge.why, words, time), tone: 'info' }),
  'answer-ready': (discharge, words, time) => ({
    shape: 'ring',
    note: words('discharge.answer-ready', { at: clockOf(discharge.why, time) }).trim(),
    tone: 'info',
  }),
  corrected: (discharge, words) => ({ shape: 'ring', note: words('discharge.corrected'), tone: 'info' }),
  'ready-to-leave': (discharge, words) => ({
    shape: 'square',
    ready: true,
    note: words(ordered(discharge.why) ? 'discharge.transport-ordered' : 'discharge.ready-to-leave'),
    tone: 'plain',
  }),
  'ready-for-municipality': (discharge, words) => ({
    shape: 'ring',
    note: words('discharge.ready-for-municipality'),
    tone: 'info',
  }),
};

function ordered(why) {
  return Boolean(why) && why.milestone === 'transport' && why.state === 'closed';
}

function waitsFor(why, words, time) {
  return why ? `${words(`milestone.${why.milestone}`)} ${clockOf(why, time)}`.trim() : words('discharge.waiting');
}

function clockOf(why, time) {
  return why && why.at ? time.clock(why.at) : '';
}

/** A bare time means today. */
function dayText(discharge, words, time, today) {
  const day = discharge.on || (discharge.at && time.day(discharge.at));
  if (!day) {
    return words('discharge.none');
  }
  if (day !== today) {
    return time.weekdayFrom(day, today);
  }
  return discharge.at ? time.clock(discharge.at) : words('discharge.today');
}

/** At a score of 7 or more the row says whether the response team was told. */
function teamNote(ews, words, time) {
  if (!ews || ews.notApplicable || !(ews.score >= 7)) {
    return {};
  }
  const note = ews.teamToldAt
    ? words('ews.team-told', { at: time.clock(ews.teamToldAt) })
    : words('ews.team-not-told');
  return { note, tone: 'crit' };
}
