import { html, nothing } from 'lit';
import { apartOf } from '../capacity/counts.js';
import { LivePage } from '../core/live-page.js';
import { looksBack } from '../core/look-back.js';
import { shareText } from '../core/occupancy.js';
import { ofKind } from '../core/rows.js';
import { glyph } from '../glyphs/glyph.js';
import '../start/clock-rate.js';
import { houseTable } from './house-table.js';

/** The whole hospital on one page: `<flyt-house-page>`. Counts only; no patient, at any level. */
export class HousePage extends LivePage {
  name = 'house';

  streams() {
    return ['house'];
  }

  headOf(rows) {
    return rows.byKey.get('house') || null;
  }

  content({ head, rows, silent }) {
    if (head === null) {
      return nothing;
    }
    const { words } = this;
    const carried = new Set([].concat(...silent.map((feed) => feed.carries)));
    const old = (column) =>
      (FED_BY[column] || []).some((name) => carried.has(name)) ? glyph('clock', 'warn', words('feed.old-value')) : nothing;
    const wards = ofKind(rows, 'ward').sort((a, b) => a.order - b.order);
    return html`${tiles(head, words)}${houseTable(head, wards, words, this.hospital, this.query, old)}`;
  }

  foot({ head, beat }) {
    return head && head.synthetic && beat && !looksBack()
      ? html`<flyt-clock-rate hospital=${this.hospital} .rate=${beat.rate} .words=${this.words}></flyt-clock-rate>`
      : nothing;
  }
}

/** Which of a feed's words stand in which column. */
const FED_BY = {
  occupancy: ['patient'],
  patients: ['patient'],
  free: ['bed'],
  dirty: ['bed', 'task'],
  cleaning: ['bed', 'task'],
  incoming: ['incoming'],
  outgoing: ['discharge'],
  outliers: ['patient'],
};

function tiles(house, words) {
  const tile = (title, figure, ...notes) => html`<li><span class="title">${title}</span><b>${figure}</b>
    ${notes.map((note) => html`<span class="note">${note}</span>`)}</li>`;
  return html`<ul class="tiles">
    ${tile(
      words('house.occupancy'),
      shareText(house.live, house.staffed),
      words('house.of-open', { patients: house.live, staffed: house.staffed }),
      words('house.closed-of', house),
      ...apartOf(house, words),
    )}
    ${tile(words('house.free-title'), house.ready, words('house.reserved', { count: house.reserved }), words('house.held', { count: house.held }))}
    ${tile(
      words('house.dirty'),
      house.waitingCleaning,
      words('house.cleaning-more', { cleaning: house.beingCleaned, paused: house.paused, air: house.airChange }),
    )}
    ${tile(words('house.incoming-title'), house.incoming, words('house.emergency-present', { count: house.emergencyPresent }))}
    ${tile(words('house.without-bed'), house.withoutBed, words('capacity.corridor', { count: house.corridor }), words('counts.surge', { count: house.surge }))}
    ${tile(words('house.outgoing'), house.outToday, words('house.left-today', { count: house.leftToday }))}
  </ul>`;
}

customElements.define('flyt-house-page', HousePage);
