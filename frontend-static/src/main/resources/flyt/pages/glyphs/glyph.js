import { html, nothing } from 'lit';
import { bedCells } from './bed-cells.js';
import { signs } from './signs.js';
import { taskSigns } from './task-signs.js';
import { tubes } from './tubes.js';

/**
 * Flyt's own glyphs, drawn on a 24 grid, each with its own outline so that it can be told apart without colour.
 * Colour comes from the tone: `color` paints the shape, `--on` what stands upon it (css/glyphs.css).
 *
 * @typedef {'crit' | 'warn' | 'info' | 'ok' | 'iso' | 'mute' | 'accent' | 'line'} Tone
 */
const shapes = { ...signs, ...tubes, ...bedCells, ...taskSigns };

/**
 * @param {string} name one of the shapes
 * @param {Tone} tone
 * @param {string} label the text alternative; empty where the word stands beside it
 */
export function glyph(name, tone, label = '') {
  return html`<svg
    class="glyph tone-${tone}"
    data-glyph=${name}
    viewBox="0 0 24 24"
    role=${label === '' ? nothing : 'img'}
    aria-label=${label === '' ? nothing : label}
    aria-hidden=${label === '' ? 'true' : nothing}
  >
    ${shapes[name]}
  </svg>`;
}

/**
 * A Tabler outline icon, always beside a word.
 * @param {string} name as in css/icons.css
 */
export function icon(name) {
  return html`<span class="icon icon-${name}" aria-hidden="true"></span>`;
}
