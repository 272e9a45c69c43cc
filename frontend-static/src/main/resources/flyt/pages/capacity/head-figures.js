import { html, nothing, svg } from 'lit';
import { shareText } from '../core/occupancy.js';
import { glyph } from '../glyphs/glyph.js';
import { CLASSES, USES } from '../ward/states.js';
import { apartOf, reasonsOf } from './counts.js';

/**
 * The figures of the house, each with what it is made of: a share never stands without its definition.
 * @param {any} house the row of the house
 * @param {(column: string) => unknown} old a clock where what feeds the figure is silent
 */
export function headFigures(house, words, old) {
  return html`<ul class="figures" aria-label=${words('capacity.figures')}>
    ${figure(house.live > house.staffed ? 'share over' : 'share', words('house.occupancy'), old('occupancy'), shareText(house.live, house.staffed),
      words('house.of-open', { patients: house.live, staffed: house.staffed }),
      [words('capacity.live-means'), ...apartOf(house, words)].join(' · '),
      fullness(house))}
    ${figure('share', words('capacity.committed'), old('occupancy'), shareText(house.committed, house.staffed),
      words('capacity.committed-of', { live: house.live, coming: house.coming, going: house.going }),
      words('capacity.committed-means'))}
    ${figure('', html`${glyph(USES.ready.glyph, USES.ready.tone)}${words('house.free-title')}`, old('free'), house.ready,
      [words('house.reserved', { count: house.reserved }), words('house.held', { count: house.held })].join(' · '),
      [words('house.closed-of', house), ...reasonsOf(house, words)].join(' · '))}
    ${figure('', html`${glyph(USES['waiting-cleaning'].glyph, USES['waiting-cleaning'].tone)}${words('house.dirty')}`, old('dirty'), house.waitingCleaning,
      words('house.cleaning-more', { cleaning: house.beingCleaned, paused: house.paused, air: house.airChange }),
      words('capacity.not-made', { count: house.notMade }))}
    ${figure('', words('capacity.waiting'), old('incoming'), house.boarding,
      words('house.emergency-present', { count: house.emergencyPresent }),
      words('capacity.without-bed', { count: house.withoutBed }))}
    ${figure('', words('capacity.rest-of-day'), old('outgoing'), house.outToday,
      words('capacity.ready-to-leave', { count: house.readyToLeave }),
      [words('house.left-today', { count: house.leftToday }), house.notLeft > 0 && words('capacity.not-left', { count: house.notLeft })].filter(Boolean).join(' · '))}
    ${figure('', words('capacity.outliers'), old('outliers'), house.outliers,
      html`${house.corridor > 0 ? glyph(CLASSES.extra.glyph, CLASSES.extra.tone) : nothing}${words('capacity.corridor', { count: house.corridor })}${house.surge > 0 ? html` · ${words('counts.surge', { count: house.surge })}` : nothing}`,
      [words('capacity.isolated', { count: house.isolated }), house.onLeave > 0 && words('capacity.on-leave', { count: house.onLeave }),
        house.atHome > 0 && words('capacity.at-home', { count: house.atHome })].filter(Boolean).join(' · '))}
  </ul>`;
}

function figure(tone, title, age, number, first, second, below = nothing) {
  return html`<li class=${tone}><span class="title">${title}${age}</span>
    <span class="said"><b>${number}</b><span class="note">${first}</span></span>
    <span class="note">${second}</span>${below}</li>`;
}

/** How full the house is, as a bar; what is over its end is drawn as its end. */
function fullness({ live, staffed }) {
  const share = staffed === 0 ? 0 : Math.min(1, live / staffed);
  return html`<svg class="fullness" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect width="100" height="4" class="ground" /><rect width=${100 * share} height="4" class="level" />`}</svg>`;
}
