import { html } from 'lit';
import { icon } from '../glyphs/glyph.js';

/** Marks a value that a person has said and no system since. */
export function byHandSign(words) {
  return html`<span class="by-hand">${icon('pencil')}<span class="visually-hidden">${words('hand.by-hand')}</span></span>`;
}
