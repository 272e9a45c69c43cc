import { html, nothing } from 'lit';
import { glyph, icon } from '../../glyphs/glyph.js';

/**
 * What there is to choose from, as buttons in groups.
 *
 * @param {import('./choices.js').Choices[]} groups
 * @param {boolean} busy
 * @param {(choice: import('./choices.js').Choice) => void} pick
 */
export function choiceGrid(groups, busy, pick) {
  return groups.map(({ label, choices }) => html`<div class="choices" role="group" aria-label=${label || nothing}>
    ${label === '' ? nothing : html`<h4>${label}</h4>`}
    <div class="grid ${choices.every((choice) => !choice.sign && !choice.icon && choice.text.length < 10) ? 'short' : ''}">${choices.map((choice) => button(choice, busy, pick))}</div></div>`);
}

function button(choice, busy, pick) {
  return html`<button type="button" class="choice" aria-pressed=${String(choice.chosen)} ?disabled=${busy} @click=${() => pick(choice)}>
    ${choice.sign ? glyph(choice.sign.glyph, choice.sign.tone) : choice.icon ? icon(choice.icon) : nothing}
    <span class="what"><b>${choice.text}</b>${choice.note ? html`<span class="value">${choice.note}</span>` : nothing}</span></button>`;
}
