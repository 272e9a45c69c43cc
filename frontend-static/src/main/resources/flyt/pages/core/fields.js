import { html, nothing } from 'lit';

/**
 * A field for one line of text with its label above.
 * @param {string} name also its id in the page
 * @param {{type?: string, value?: string | number, hint?: string, complete?: string, kind?: string, input?: Function, optional?: boolean,
 *   min?: number, max?: number, step?: number, length?: number}} [more] `hint`: stands under it; `kind`: a class
 */
export function field(name, label, more = {}) {
  return html`<div class="field"><label for=${name}>${label}</label>
    <input id=${name} name=${name} type=${more.type || 'text'} class=${more.kind || nothing} .value=${String(more.value ?? '')}
      min=${more.min ?? nothing} max=${more.max ?? nothing} step=${more.step ?? nothing} maxlength=${more.length ?? nothing}
      autocomplete=${more.complete || 'off'} autocapitalize="none" spellcheck="false" aria-describedby=${more.hint ? `${name}-hint` : nothing}
      @input=${more.input || nothing} ?required=${!more.optional} />
    ${more.hint ? html`<small id="${name}-hint">${more.hint}</small>` : nothing}</div>`;
}

/**
 * A field for one of some values.
 * @param {[string, string][]} options each a value and its words
 * @param {(value: string) => void} change
 */
export function choice(name, label, options, chosen, change) {
  return html`<div class="field"><label for=${name}>${label}</label>
    <select id=${name} name=${name} @change=${(event) => change(event.target.value)}>${options.map(
      ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
    )}</select></div>`;
}

/**
 * Boxes to tick.
 * @param {[string, string][]} options each a value and its words
 * @param {string[]} ticked
 * @param {(ticked: string[]) => void} change
 */
export function ticks(legend, options, ticked, change) {
  const flip = (value) => (ticked.includes(value) ? ticked.filter((one) => one !== value) : [...ticked, value]);
  return html`<fieldset class="ticks"><legend>${legend}</legend>${options.map(
    ([value, text]) => html`<label class="tick"><input type="checkbox" value=${value} .checked=${ticked.includes(value)}
      @change=${() => change(flip(value))} /><span>${text}</span></label>`,
  )}</fieldset>`;
}

/**
 * Cards of which one is chosen.
 * @param {[string, string, string][]} options each a value, its name, and what it means
 * @param {(value: string) => void} change
 */
export function cards(name, legend, options, chosen, change) {
  return html`<fieldset class="cards"><legend>${legend}</legend>${options.map(
    ([value, title, text]) => html`<label class="level"><input type="radio" name=${name} value=${value} .checked=${value === chosen}
      @change=${() => change(value)} /><b>${title}</b><span>${text}</span></label>`,
  )}</fieldset>`;
}

/** What a form says under a name, without the spaces around it. @param {FormData} form */
export function said(form, name) {
  return String(form.get(name) || '').trim();
}

/**
 * What must be put right in a form before it is sent, in words, with the keyboard at the place; empty: nothing.
 * @param {HTMLFormElement} form
 */
export function faultOf(form, words) {
  const wrong = [...form.elements].find((element) => element.willValidate && !element.validity.valid);
  if (wrong === undefined) {
    return '';
  }
  wrong.focus();
  const label = wrong.labels.length > 0 ? wrong.labels[0].textContent.trim() : wrong.name;
  return words(wrong.validity.valueMissing ? 'form.missing' : 'form.wrong', { field: label });
}
