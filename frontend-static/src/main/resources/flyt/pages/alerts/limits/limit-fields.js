import { html, nothing } from 'lit';

/**
 * Fields of a draft, each named by its path in the set (`rules[2].limit`), with what is wrong with it under it.
 *
 * @typedef {import('./limits-form.js').LimitsForm} Form
 */

/**
 * A number; empty is null.
 * @param {Form} form @param {string} path of what holds it @param {any} of what holds it @param {string} key its name there
 * @param {{min?: number, max?: number, step?: number | 'any', optional?: boolean}} [more]
 */
export function numberField(form, path, of, key, label, more = {}) {
  const at = `${path}.${key}`;
  const change = (event) => form.put(at, () => (of[key] = event.target.value === '' ? null : Number(event.target.value)));
  return wrapped(form, at, label, html`<input id=${at} name=${at} type="number" inputmode="decimal" .value=${String(of[key] ?? '')}
    min=${more.min ?? nothing} max=${more.max ?? nothing} step=${more.step ?? 'any'} ?required=${!more.optional}
    aria-invalid=${form.faults.has(at) ? 'true' : nothing} aria-describedby=${form.faults.has(at) ? `${at}-fault` : nothing} @input=${change} />`);
}

/** Minutes, a day at most. */
export function minutesField(form, path, of, key, label, more = {}) {
  return numberField(form, path, of, key, label, { min: 0, max: 1440, ...more });
}

/** A line of text. */
export function textField(form, path, of, key, label, kind = '') {
  const at = `${path}.${key}`;
  return wrapped(form, at, label, html`<input id=${at} name=${at} type="text" maxlength="200" autocomplete="off" required .value=${of[key] ?? ''}
    aria-invalid=${form.faults.has(at) ? 'true' : nothing} aria-describedby=${form.faults.has(at) ? `${at}-fault` : nothing}
    @input=${(event) => form.put(at, () => (of[key] = event.target.value.trim()))} />`, kind);
}

/** One of some. @param {string} at its path @param {[string, string][]} options each a value and its words @param {(value: string) => void} set */
export function choiceField(form, at, label, options, chosen, set) {
  return wrapped(form, at, label, html`<select id=${at} name=${at} aria-invalid=${form.faults.has(at) ? 'true' : nothing}
    aria-describedby=${form.faults.has(at) ? `${at}-fault` : nothing} @change=${(event) => form.put(at, () => set(event.target.value))}>${options.map(
      ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}</select>`);
}

/** What is wrong with a thing that has no field of its own. */
export function faultOf(form, at) {
  const fault = form.faults.get(at);
  return fault === undefined ? nothing : html`<small class="fault" id="${at}-fault" data-fault=${at} tabindex="-1">${fault}</small>`;
}

function wrapped(form, at, label, input, kind = '') {
  return html`<div class="field ${kind}"><label for=${at}>${label}</label>${input}${faultOf(form, at)}</div>`;
}
