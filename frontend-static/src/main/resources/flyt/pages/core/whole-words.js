import { html } from 'lit';

/**
 * A name of several parts, of which a narrow place shows as many as fit and none by half:
 * `Gastro, nyre, endokrin` becomes `Gastro, nyre` or `Gastro`. A screen reader hears it whole.
 * Each part is an item of a box of one line (css/page.css, `.whole-words`); what does not fit wraps out of sight.
 *
 * @param {string} name
 */
export function wholeWords(name) {
  return html`<span class="whole-words">${parts(name).map((part) => html`<span>${part}</span>`)}</span>`;
}

/** The first part of a name: `Gastro` of `Gastro, nyre, endokrin`, `Geriatri` of `Geriatri og slag`. @param {string} name */
export function firstPart(name) {
  return parts(name)[0];
}

/** Split before commas and before `og` or `and`, which stay with what they lead to. @param {string} name */
function parts(name) {
  return name.split(/(?=, )|(?= (?:og|and) )/);
}
