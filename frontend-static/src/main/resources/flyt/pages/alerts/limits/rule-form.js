import { html, nothing } from 'lit';
import { OWNERS, SEVERITIES } from './draft.js';
import { hoursForm } from './hours-form.js';
import { choiceField, faultOf, minutesField, numberField, textField } from './limit-fields.js';
import { placeText, whenText } from './rule-words.js';

/**
 * One rule, folded to its words: what is watched where, from which value on and for how long, when it is over, at which hours it is
 * otherwise, whose it is and what to do.
 *
 * @param {import('./limits-form.js').LimitsForm} form @param {any} rule @param {number} i its place
 */
export function ruleForm(form, rule, i) {
  const { words, names } = form;
  const path = `rules[${i}]`;
  const figure = form.figure(rule.figure);
  const shipped = words.has(`alerts.rule.${rule.id}`);
  return html`<details class="limit" data-rule=${rule.id}>
    <summary><span><b>${rule.name}</b> <span>${placeText(rule, names, words)} · ${whenText(rule, figure, words)}</span></span>
      ${rule.off ? html`<span class="chip warn">${words('limits.off')}</span>` : nothing}${weekOf(form, rule)}</summary>
    ${faultOf(form, `${path}.id`)}
    <div class="fields">
      ${textField(form, path, rule, 'name', words('limits.name'))}
      ${shipped ? nothing : choiceField(form, `${path}.figure`, words('rules.figure'), form.figures.map((one) => [one.figure, words(`alerts.figure.${one.figure}`)]), rule.figure, (chosen) => turn(form, rule, chosen))}
      ${placeField(form, rule, path, figure)}
    </div>
    <div class="fields narrow">
      ${numberField(form, path, rule, 'limit', words(`limits.limit-${figure.bad}`, { unit: words(`limits.unit.${figure.unit}`) }))}
      ${minutesField(form, path, rule, 'after', words('limits.after'))}
      ${numberField(form, path, rule, 'clear', words(`limits.clear-${figure.bad}`, { unit: words(`limits.unit.${figure.unit}`) }))}
      ${minutesField(form, path, rule, 'clearAfter', words('limits.clear-after'))}
    </div>
    ${hoursForm(form, rule, path)}
    <div class="fields">
      ${choiceField(form, `${path}.owner`, words('limits.owner'), OWNERS.map((owner) => [owner, words(`alerts.owner.${owner}`)]), rule.owner, (owner) => (rule.owner = owner))}
      ${textField(form, path, rule, 'action', words('limits.action'))}
      ${choiceField(form, `${path}.severity`, words('limits.severity'), SEVERITIES.map((one) => [one, words(`alerts.severity.${one}`)]), rule.severity, (one) => (rule.severity = one))}
      ${minutesField(form, path, rule, 'repeat', words('limits.repeat'), { optional: true, min: 1 })}
    </div>
    <div class="doing"><label class="tick"><input type="checkbox" name="${path}.off" .checked=${!rule.off} @change=${(event) => form.change(() => (rule.off = !event.target.checked))} /><span>${words('limits.on')}</span></label>
      <button type="button" data-remove="rule" @click=${() => form.dropRule(i)}>${words('limits.remove-rule')}</button></div></details>`;
}

/** Of the whole hospital, of each ward, or of one. */
function placeField(form, rule, path, figure) {
  const { words, wards } = form;
  const options = [['', words('limits.hospital')]];
  if (figure.ofWards) {
    options.push(['*', words('limits.each-ward')], ...wards.map((ward) => [ward.id, ward.name]));
  }
  const at = form.faults.has(`${path}.eachWard`) ? `${path}.eachWard` : `${path}.ward`;
  return choiceField(form, at, words('limits.place'), options, rule.eachWard ? '*' : rule.ward || '', (chosen) => {
    rule.eachWard = chosen === '*';
    rule.ward = chosen === '*' ? '' : chosen;
  });
}

/** Another figure has other numbers; a name that was only the figure's goes with it. */
function turn(form, rule, figure) {
  const { words } = form;
  rule.name = rule.name === words(`alerts.figure.${rule.figure}`) ? words(`alerts.figure.${figure}`) : rule.name;
  rule.figure = figure;
  if (!form.figure(figure).ofWards) {
    rule.eachWard = false;
    rule.ward = '';
  }
}

/** What it would have given in the last week, beside what the one in force would. */
function weekOf({ looked, words }, rule) {
  const week = looked === null ? undefined : looked.then.alerts.find((one) => one.rule === rule.id);
  if (week === undefined || rule.off) {
    return nothing;
  }
  const before = looked.now === null ? undefined : looked.now.alerts.find((one) => one.rule === rule.id);
  const text = week.measured ? words('limits.week', { n: week.count }) : words('limits.week-unknown');
  return html`<span class="week">${text}${week.measured && before !== undefined && before.count !== week.count ? ` ${words('limits.week-now', { n: before.count })}` : ''}</span>`;
}
