import { html, nothing } from 'lit';
import { LEVELS, wordsOf } from './draft.js';
import { clearText, limitText, placeText, whenText } from './rule-words.js';
import { valueText } from '../values.js';

/**
 * A set of thresholds to read. Pure.
 *
 * @typedef {import('./draft.js').Figure} Figure
 */

/** Its rules. @param {any} set @param {Figure[]} figures */
export function rulesTable(set, figures, names, words) {
  const head = ['alert-log.rule', 'limits.when', 'limits.over', 'rules.repeat', 'rules.owner'];
  return html`<div class="wide" role="region" tabindex="0" aria-label=${words('alert-log.rule')}><table>
    <thead><tr>${head.map((key) => html`<th scope="col">${words(key)}</th>`)}</tr></thead>
    <tbody>${set.rules.map((rule) => ruleRow(rule, figures.find((one) => one.figure === rule.figure), names, words))}</tbody></table></div>`;
}

function ruleRow(rule, figure, names, words) {
  const hours = rule.hours.map((one) => words('rules.hours', { from: one.from, to: one.to, limit: limitText(one.limit, figure, words) }));
  const deed = rule.action || (words.has(`alerts.do.${rule.id}`) ? words(`alerts.do.${rule.id}`) : '');
  return html`<tr data-rule=${rule.id}><th scope="row">${names.rule(rule.id)} <small>${placeText(rule, names, words)}</small>${rule.off ? html` <span class="chip warn">${words('limits.off')}</span>` : nothing}</th>
    <td data-label=${words('limits.when')}>${whenText(rule, figure, words)}${hours.map((one) => html`<br /><small>${one}</small>`)}</td>
    <td data-label=${words('limits.over')}>${clearText(rule, figure, words)}</td>
    <td data-label=${words('rules.repeat')}>${rule.repeat === undefined ? '–' : valueText(rule.repeat, 'minutes', words)}</td>
    <td data-label=${words('rules.owner')}>${words(`alerts.owner.${rule.owner}`)}: ${deed}</td></tr>`;
}

/** What calls for a level, and who does what then. @param {any} set @param {Figure[]} figures */
export function levelsText({ pressure }, figures, names, words) {
  const { together, enterAfter, leaveAfter, triggers, cards } = pressure;
  return html`<h3>${words('rules.levels')}</h3><p>${words('rules.together', { n: together, enter: enterAfter, leave: leaveAfter })}</p>
    <div class="wide" role="region" tabindex="0" aria-label=${words('rules.levels')}><table>
      <thead><tr><th scope="col">${words('rules.figure')}</th>${LEVELS.map((level) => html`<th scope="col">${words(`alerts.level.${level}`)}</th>`)}</tr></thead>
      <tbody>${triggers.map((trigger) => html`<tr data-figure=${trigger.figure}><th scope="row">${words(`alerts.figure.${trigger.figure}`)}</th>
        ${LEVELS.map((level) => html`<td data-label=${words(`alerts.level.${level}`)}>${limitText(trigger[level], figures.find((one) => one.figure === trigger.figure), words)}</td>`)}</tr>`)}</tbody></table></div>
    <h3>${words('limits.cards')}</h3>
    <div class="wide" role="region" tabindex="0" aria-label=${words('limits.cards')}><table>
      <thead><tr><th scope="col">${words('limits.level-and-role')}</th><th scope="col">${words('limits.what')}</th></tr></thead>
      <tbody>${cards.map((card) => html`<tr data-card="${card.level}/${card.role}"><th scope="row">${words(`alerts.level.${card.level}`)} <small>${words(`alerts.owner.${card.role}`)}</small></th>
        <td data-label=${words('limits.what')}><ol>${card.actions.map((action) => html`<li>${wordsOf(action, words) || names.action(action.id)} <small>${words('limits.within-of', { time: valueText(action.within, 'minutes', words) })}</small></li>`)}</ol></td></tr>`)}</tbody></table></div>`;
}
