import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LEVELS, OWNERS, newAction, shift } from './draft.js';
import { faultOf, minutesField, textField } from './limit-fields.js';

/**
 * Who does what within how long once a level is declared: a card for each level and role, its lines in order.
 *
 * @param {import('./limits-form.js').LimitsForm} form
 */
export function cardsForm(form) {
  const { words } = form;
  return html`<h3>${words('limits.cards')}</h3><p>${words('limits.cards-lead')}</p>${LEVELS.map((level) => levelCards(form, level))}`;
}

function levelCards(form, level) {
  const { words, draft } = form;
  const { cards } = draft.pressure;
  const roles = OWNERS.filter((role) => cards.every((card) => card.level !== level || card.role !== role));
  const id = `new-card-${level}`;
  return html`<section class="level-cards" data-level=${level} aria-label=${words(`alerts.level.${level}`)}><h4>${words(`alerts.level.${level}`)}</h4>
    ${cards.map((card, i) => (card.level === level ? cardFields(form, card, i) : ''))}
    ${roles.length === 0 ? '' : html`<div class="take"><div class="field"><label for=${id}>${words('limits.card-add')}</label>
      <select id=${id}>${roles.map((role) => html`<option value=${role}>${words(`alerts.owner.${role}`)}</option>`)}</select></div>
      <button type="button" data-add="card" @click=${() => form.change(() => cards.push({ level, role: form.querySelector(`#${id}`).value, actions: [newAction(form.actionIds())] }))}>${words('limits.add')}<span class="visually-hidden">: ${words(`alerts.level.${level}`)}</span></button></div>`}</section>`;
}

function cardFields(form, card, i) {
  const { words } = form;
  const path = `pressure.cards[${i}]`;
  const role = words(`alerts.owner.${card.role}`);
  return html`<fieldset class="action-card" data-role=${card.role}><legend>${role}</legend>${faultOf(form, `${path}.role`)}
    <ol>${repeat(card.actions, (action) => action.id, (action, n) => line(form, card, action, n, `${path}.actions[${n}]`))}</ol>
    <div class="doing"><button type="button" data-add="action" @click=${() => form.change(() => card.actions.push(newAction(form.actionIds())))}>${words('limits.action-add')}<span class="visually-hidden">: ${role}</span></button>
      <button type="button" data-remove="card" @click=${() => form.change(() => form.draft.pressure.cards.splice(i, 1))}>${words('limits.card-remove')}<span class="visually-hidden">: ${role}</span></button></div></fieldset>`;
}

function line(form, card, action, n, path) {
  const { words } = form;
  const deed = (name, does, stops = false) => html`<button type="button" data-do=${name} ?disabled=${stops} @click=${does}>${words(`limits.${name}`)}<span class="visually-hidden">: ${action.words}</span></button>`;
  const move = (by) => form.change(() => shift(card.actions, n, by), `[data-action="${action.id}"] [data-do=${by < 0 ? 'up' : 'down'}]`);
  return html`<li class="fields row" data-action=${action.id}>
    ${textField(form, path, action, 'words', words('limits.what'), 'wide')}
    ${minutesField(form, path, action, 'within', words('limits.within'), { min: 1 })}
    <div class="doing">${deed('up', () => move(-1), n === 0)}${deed('down', () => move(1), n === card.actions.length - 1)}
      ${deed('remove', () => form.change(() => card.actions.splice(n, 1)))}</div>${faultOf(form, `${path}.id`)}</li>`;
}
