import { html, nothing } from 'lit';
import { glyph } from '../glyphs/glyph.js';
import { ISOLATIONS, LABS } from './states.js';

/** The line of signs under a board: only of the columns that the board has. */
export function legend(columns, words) {
  const list = (signs) =>
    Object.values(signs).map((sign) => html`<li>${glyph(sign.glyph, sign.tone)}${words(sign.word)}</li>`);
  return html`<div class="legend">
    ${columns.includes('lab') ? html`<ul aria-label=${words('column.lab')}>${list(LABS)}</ul>` : nothing}
    ${columns.includes('ews') ? html`<span class="source">${words('ews.source')}</span>` : nothing}
    ${columns.includes('isolation') ? html`<ul aria-label=${words('column.isolation')}>${list(ISOLATIONS)}</ul>` : nothing}
  </div>`;
}
