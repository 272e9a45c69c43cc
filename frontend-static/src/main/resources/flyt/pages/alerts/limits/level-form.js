import { html } from 'lit';
import { LEVELS } from './draft.js';
import { faultOf, minutesField, numberField } from './limit-fields.js';
import { limitText } from './rule-words.js';

/**
 * What calls for a level: from which value on each figure speaks for it, how many must hold together, for how long, and when it is over.
 *
 * @param {import('./limits-form.js').LimitsForm} form
 */
export function levelForm(form) {
  const { words, draft } = form;
  const { pressure } = draft;
  const left = form.figures.filter(({ figure }) => pressure.triggers.every((one) => one.figure !== figure));
  return html`<h3>${words('rules.levels')}</h3><p>${words('limits.levels-lead')}</p>
    <div class="fields narrow">
      ${numberField(form, 'pressure', pressure, 'together', words('limits.together'), { min: 1, step: 1 })}
      ${minutesField(form, 'pressure', pressure, 'enterAfter', words('limits.enter-after'))}
      ${minutesField(form, 'pressure', pressure, 'leaveAfter', words('limits.leave-after'))}
    </div>
    ${pressure.triggers.map((trigger, i) => triggerFields(form, trigger, i))}
    ${left.length === 0 ? '' : html`<div class="take"><div class="field"><label for="new-trigger">${words('limits.trigger-add')}</label>
      <select id="new-trigger">${left.map(({ figure }) => html`<option value=${figure}>${words(`alerts.figure.${figure}`)}</option>`)}</select></div>
      <button type="button" data-add="trigger" @click=${() => form.change(() => pressure.triggers.push({ figure: form.querySelector('#new-trigger').value, green: null, yellow: null, red: null }))}>${words('limits.add')}</button></div>`}`;
}

function triggerFields(form, trigger, i) {
  const { words, draft } = form;
  const path = `pressure.triggers[${i}]`;
  const figure = form.figure(trigger.figure);
  const name = words(`alerts.figure.${trigger.figure}`);
  return html`<fieldset class="trigger" data-figure=${trigger.figure}><legend>${name} <span>${limitText(trigger.green, figure, words)}</span></legend>
    <div class="row fields">${LEVELS.map((level) => numberField(form, path, trigger, level, words(`alerts.level.${level}`)))}
    <button type="button" @click=${() => form.change(() => draft.pressure.triggers.splice(i, 1))}>${words('limits.remove')}<span class="visually-hidden">: ${name}</span></button></div>${faultOf(form, path)}</fieldset>`;
}
