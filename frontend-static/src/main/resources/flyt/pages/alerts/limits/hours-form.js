import { html } from 'lit';
import { choiceField, numberField } from './limit-fields.js';

const HOURS = 24;

/**
 * Other limits at other hours of the day, each from one hour to another, over midnight too.
 *
 * @param {import('./limits-form.js').LimitsForm} form @param {any} rule @param {string} path of the rule
 */
export function hoursForm(form, rule, path) {
  const { words } = form;
  return html`<fieldset class="hours"><legend>${words('limits.hours')}</legend>
    ${rule.hours.map((one, i) => hours(form, rule, one, i, `${path}.hours[${i}]`))}
    <button type="button" data-add="hours" @click=${() => form.change(() => rule.hours.push({ from: 21, to: 7, limit: rule.limit, clear: rule.clear }))}>${words('limits.hours-add')}</button></fieldset>`;
}

function hours(form, rule, one, i, path) {
  const { words } = form;
  const clocks = (from, to) => Array.from({ length: to - from + 1 }, (_, n) => [String(from + n), `${String(from + n).padStart(2, '0')}:00`]);
  return html`<div class="fields row" role="group" aria-label=${words('limits.hours-n', { n: i + 1 })}>
    ${choiceField(form, `${path}.from`, words('limits.from'), clocks(0, HOURS - 1), String(one.from), (hour) => (one.from = Number(hour)))}
    ${choiceField(form, `${path}.to`, words('limits.to'), clocks(1, HOURS), String(one.to === 0 ? HOURS : one.to), (hour) => (one.to = Number(hour)))}
    ${numberField(form, path, one, 'limit', words('limits.limit'))}
    ${numberField(form, path, one, 'clear', words('limits.clear'))}
    <button type="button" @click=${() => form.change(() => rule.hours.splice(i, 1))}>${words('limits.remove')}<span class="visually-hidden">: ${words('limits.hours-n', { n: i + 1 })}</span></button></div>`;
}
