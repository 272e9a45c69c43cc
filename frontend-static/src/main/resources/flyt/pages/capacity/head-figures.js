import { html, nothing, svg } from 'lit';
import { shareText } from '../core/occupancy.js';
import { minutes, shown } from '../figures/numbers.js';
import { whole } from '../forecast/course.js';
import { glyph } from '../glyphs/glyph.js';
import { waitText, waitsLong } from '../placement/bed-words.js';
import { CLASSES, USES } from '../ward/states.js';
import { apartOf, reasonsOf } from './counts.js';

/**
 * The figures of the house, each with what it is made of: a share never stands without its definition.
 * @param {any} house the row of the house
 * @param {(column: string) => unknown} old a clock where what feeds the figure is silent
 * @param {Beside} beside what stands in no row of the house
 *
 * @typedef {object} Beside
 * @property {number | null} now hospital time, epoch milliseconds
 * @property {import('../core/hospital-time.js').HospitalTime | null} time
 * @property {{since: string}[] | null} waiting those who wait, the longest first; null: they are not this page's to know
 * @property {import('../forecast/course.js').Point | null | undefined} evening the house's next six o'clock; null: not known, or not yet;
 *   undefined: not this page's to know
 * @property {import('./asked-beside.js').AskedBeside} asked
 */
export function headFigures(house, words, old, beside) {
  return html`<ul class="figures" aria-label=${words('capacity.figures')}>
    ${figure(house.live > house.staffed ? 'share over' : 'share', words('house.occupancy'), old('occupancy'), shareText(house.live, house.staffed),
      words('house.of-open', { patients: house.live, staffed: house.staffed }),
      [words('capacity.live-means'), ...apartOf(house, words)].join(' · '),
      fullness(house))}
    ${figure('share', words('capacity.committed'), old('occupancy'), shareText(house.committed, house.staffed),
      words('capacity.committed-of', { live: house.live, coming: house.coming, going: house.going }),
      words('capacity.committed-means'))}
    ${figure('', html`${glyph(USES.ready.glyph, USES.ready.tone)}${words('house.free-title')}`, old('free'), house.ready,
      pieces(some(words, [['house.reserved', house.reserved], ['house.held', house.held]])),
      pieces([words('house.closed-of', house), ...reasonsOf(house, words)]))}
    ${figure('', html`${glyph(USES['waiting-cleaning'].glyph, USES['waiting-cleaning'].tone)}${words('house.dirty')}`, old('dirty'), house.waitingCleaning,
      cleans(beside, words),
      pieces(some(words, [['capacity.cleaning', house.beingCleaned], ['capacity.paused', house.paused], ['capacity.after-air', house.airChange], ['capacity.not-made', house.notMade]])))}
    ${figure('', words('capacity.waiting'), old('incoming'), beside.waiting === null ? house.boarding : beside.waiting.length,
      pieces([words('house.emergency-present', { count: house.boarding }), ...some(words, [['capacity.without-bed', house.withoutBed]])]),
      longest(beside, words))}
    ${figure('', words('capacity.rest-of-day'), old('outgoing'), house.outToday,
      words('capacity.ready-to-leave', { count: house.readyToLeave }),
      pieces([left(house, beside, words), ...some(words, [['capacity.not-left', house.notLeft]])]))}
    ${evening(beside, words)}
    ${figure('', words('capacity.outliers'), old('outliers'), house.outliers,
      html`${house.corridor > 0 ? glyph(CLASSES.extra.glyph, CLASSES.extra.tone) : nothing}${words('capacity.corridor', { count: house.corridor })}${house.surge > 0 ? html` · ${words('counts.surge', { count: house.surge })}` : nothing}`,
      [words('capacity.isolated', { count: house.isolated }), house.onLeave > 0 && words('capacity.on-leave', { count: house.onLeave }),
        house.atHome > 0 && words('capacity.at-home', { count: house.atHome })].filter(Boolean).join(' · '))}
  </ul>`;
}

function figure(tone, title, age, number, first, second, below = nothing) {
  return html`<li class=${tone}><span class="title">${title}${age}</span> <b>${number}</b>
    <span class="note">${first}</span> <span class="note">${second}</span>${below}</li>`;
}

/** `4 reservert · 12 holdes av`, broken between what belongs together and nowhere else. @param {unknown[]} said */
function pieces(said) {
  return said.map((piece, i) => html`<span class="piece">${piece}${i < said.length - 1 ? '\u00a0·' : ''}</span> `);
}

/** Those of which there are any, in words. @param {[string, number][]} counts */
function some(words, counts) {
  return counts.filter(([, count]) => count > 0).map(([key, count]) => words(key, { count }));
}

/** How long today's cleans took, with their tail. @param {Beside} beside */
function cleans({ now, time, asked }, words) {
  const sheet = now === null || time === null ? null : asked.cleansOf(time.day(now));
  if (sheet === null) {
    return nothing;
  }
  const spread = shown(sheet.whole, 'orderedToDone');
  return spread === null
    ? words(sheet.whole.count === 0 ? 'capacity.cleans-none' : 'capacity.cleans-few')
    : words('capacity.cleans', { median: minutes(spread.median), p90: minutes(spread.p90) });
}

/** @param {Beside} beside */
function longest({ waiting, now }, words) {
  if (waiting === null || waiting.length === 0 || now === null) {
    return '';
  }
  const [{ since }] = waiting;
  return html`<span class=${waitsLong(since, now) ? 'long' : ''}>${words('capacity.longest', { wait: waitText(since, now, words) })}</span>`;
}

/** Who has left since the day began for those who plan it; before that, since midnight. @param {Beside} beside */
function left({ discharges, leftToday }, { now, time }, words) {
  return now === null || time === null || time.minuteOfDay(now) < 60 * DAY_BEGINS
    ? words('house.left-today', { count: leftToday })
    : words('capacity.left-since', { count: discharges.left.slice(DAY_BEGINS).reduce((sum, count) => sum + count, 0), hour: String(DAY_BEGINS).padStart(2, '0') });
}

const DAY_BEGINS = 8;

/** The most likely course at the next six o'clock, its range, and how often such a range held. @param {Beside} beside */
function evening({ now, time, evening: point, asked }, words) {
  if (point === undefined) {
    return nothing;
  } else if (now === null || time === null || point === null) {
    return figure('share', words('capacity.evening'), nothing, '–', nothing, nothing);
  }
  const { percent, low, high } = whole(point);
  const held = asked.heldOfTen((point.at - now) / 3_600_000);
  return figure(percent > 100 ? 'share over' : 'share', words(time.day(point.at) === time.day(now) ? 'capacity.evening' : 'capacity.evening-tomorrow'), nothing, `${percent} %`,
    words('capacity.evening-range', { low, high }),
    held === null ? nothing : words('capacity.evening-held', { held }));
}

/** How full the house is, as a bar; what is over its end is drawn as its end. */
function fullness({ live, staffed }) {
  const share = staffed === 0 ? 0 : Math.min(1, live / staffed);
  return html`<svg class="fullness" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect width="100" height="4" class="ground" /><rect width=${100 * share} height="4" class="level" />`}</svg>`;
}
