import { CLASSES, USES } from './states.js';

/**
 * What a bed without a shown patient says on its line. Pure.
 *
 * @typedef {{sign: import('./states.js').Sign, title: string, note: string, warn: boolean, tone: string,
 *   named: boolean, coming: {title: string, note: string} | null}} StateView `named`: says who is expected
 */

/**
 * @param {any} bed a bed row
 * @param {import('./bed-row.js').Context} context
 * @returns {StateView}
 */
export function stateView(bed, context) {
  const { words, time } = context;
  if (bed.askLeft) {
    return askView(bed, words, time);
  }
  if (bed.class === 'closed') {
    return closedView(bed, context);
  }
  const use = useText(bed, words, time);
  if (bed.class === 'reserved' && bed.use === 'ready') {
    const note = [use, bed.incoming && fromText(bed.incoming, words)].filter(Boolean).join(' · ');
    return { ...plain(CLASSES.reserved), title: reservedText(bed, words, time), note, named: Boolean(bed.incoming) };
  }
  if (bed.class === 'extra') {
    const sign = bed.use === 'ready' ? CLASSES['extra-free'] : USES[bed.use];
    return { ...plain(sign), title: extraText(bed, words), note: use };
  }
  return {
    ...plain(USES[bed.use]),
    title: use,
    note: noteOf(bed, context),
    coming: comingOf(bed, words, time),
  };
}

const plain = (sign) => ({ sign, warn: false, tone: sign.tone, named: false, coming: null, note: '' });

/** `Venter – luftskifte til 11:20`. */
export function useText(bed, words, time) {
  if (bed.use === 'air-change') {
    return bed.airChangeUntil
      ? words('use.air-change-until', { at: time.clock(bed.airChangeUntil) })
      : words('use.air-change');
  }
  return words(USES[bed.use].word);
}

/** `Reservert til NF 1980, kl. 11:05`; where nobody may be named: `Reservert`. */
export function reservedText({ reserved }, words, time) {
  if (!reserved || (!reserved.initials && !reserved.purpose)) {
    return words('class.reserved');
  }
  const at = reserved.until ? time.clock(reserved.until) : '';
  return reserved.initials
    ? words('class.reserved-to', { who: `${reserved.initials} ${reserved.year}`, at })
    : words('class.reserved-for', { what: reserved.purpose, at });
}

/** `Ekstraseng – korridor`. */
export function extraText(bed, words) {
  return words('class.extra', { where: words(`extra.${bed.extra}`) });
}

function closedView(bed, { words, time }) {
  const { reason, until } = bed.closed || {};
  const title = reason ? words('class.closed-because', { why: words(`closed.${reason}`) }) : words('class.closed');
  const notes = [];
  if (until) {
    notes.push(words('class.closed-until', { at: `${time.shortDate(until)} ${time.clock(until)}` }));
  }
  if (bed.use !== 'ready') {
    notes.push(useText(bed, words, time));
  }
  return { ...plain(CLASSES.closed), title, note: notes.join(' · ') };
}

function askView(bed, words, time) {
  const question = words(`ask.${bed.askLeft.why}`, { at: time.clock(bed.askLeft.since) });
  return { ...plain(USES.occupied), title: words(USES.occupied.word), note: question, warn: true };
}

function noteOf(bed, { words, time, now }) {
  const { cleaning } = bed;
  if (bed.use === 'waiting-cleaning' && cleaning) {
    const by = cleaning.by && words(`task.${cleaning.state}`, { who: cleaning.by, at: '', minutes: '', why: '' });
    return [words('task.ordered', { at: time.clock(cleaning.orderedAt) }), by && lower(by)].filter(Boolean).join(' · ');
  }
  if (bed.use === 'being-cleaned' && cleaning) {
    const done = cleaning.expectedDoneAt && words('task.done-about', { at: time.clock(cleaning.expectedDoneAt) });
    return [cleaning.by, done].filter(Boolean).join(' · ');
  }
  if (bed.use === 'occupied') {
    return '';
  }
  return words('since', { at: sinceText(bed.since, time, now) });
}

/** A clock time; with the weekday when it was another day. */
function sinceText(since, time, now) {
  const clock = time.clock(since);
  return time.day(since) === time.day(now) ? clock : `${time.weekdayFrom(time.day(since), time.day(now)).toLowerCase()} ${clock}`;
}

function comingOf(bed, words, time) {
  const { incoming } = bed;
  if (bed.class === 'reserved') {
    return { title: reservedText(bed, words, time), note: incoming ? fromText(incoming, words) : '' };
  }
  if (!incoming) {
    return null;
  }
  const at = incoming.at ? words('incoming.about', { at: time.clock(incoming.at) }) : '';
  return {
    title: incoming.initials ? `${incoming.initials} ${incoming.year}` : words('use.occupied'),
    note: [at, fromText(incoming, words)].filter(Boolean).join(' '),
  };
}

function fromText(incoming, words) {
  if (!incoming.from) {
    return '';
  }
  return incoming.from === 'home' ? words('incoming.from-home') : words('incoming.from', { ward: incoming.from });
}

function lower(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
