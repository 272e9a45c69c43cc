import { html, nothing } from 'lit';
import { valueText } from './values.js';

/**
 * One entry of the log of alerts, in words. Pure.
 *
 * @typedef {{at: string, by: string | null, person: boolean, answer: string | null, words: string | null}} Said
 * @typedef {{kind: string, what: string, ward: string | null, at: string, until: string | null, value: number | null,
 *   help: {staff: number, from: string, to: string} | null, repeated: number, said: Said[]}} Entry
 */

const MINUTE_MS = 60_000;

/**
 * What rules, figures, actions and wards are called, those that are gone too.
 * @param {any} hospital its definition @param {any} known what the server told of the thresholds in force and before
 */
export function namesOf(hospital, known, words) {
  const rules = new Map(known.rules.map((one) => [one.rule, one]));
  const actions = new Map(known.actions.map((one) => [one.action, one]));
  const units = new Map(known.figures.map((one) => [one.figure, one.unit]));
  const wards = new Map(hospital.wards.map((ward) => [ward.id, ward.name]));
  return {
    rule: (id) => (rules.has(id) && rules.get(id).name) || (words.has(`alerts.rule.${id}`) ? words(`alerts.rule.${id}`) : id),
    unit: (id) => (rules.has(id) && units.get(rules.get(id).figure)) || 'count',
    ward: (id) => wards.get(id) || id,
    action: (id) => {
      const { role, level, words: own } = actions.get(id) || { role: null, level: null, words: null };
      const action = own || (words.has(`alerts.action.${id}`) ? words(`alerts.action.${id}`) : id);
      return role === null ? action : words('alert-log.action', { role: words(`alerts.owner.${role}`), level: words(`alerts.level.${level}`), action });
    },
  };
}

/** @param {Entry} entry @param {ReturnType<typeof namesOf>} names @param {import('../core/hospital-time.js').HospitalTime} time */
export function entryLine(entry, names, time, words) {
  const moment = (at) => `${time.shortDate(at)} ${time.clock(at)}`;
  return html`<li data-kind=${entry.kind} data-what=${entry.what}>
    <span class="when">${moment(entry.at)}${entry.until === null ? nothing : html` – ${time.clock(entry.until)} (${lasted(entry, words)})`}</span>
    <div><b>${whatText(entry, names, words)}</b>
      ${entry.repeated === 0 ? nothing : html`<span>${words('alert-log.repeated', { n: entry.repeated })}</span>`}
      ${entry.said.map((said) => html`<span class="said">${saidText(entry.kind, said, time, words)}</span>`)}
      ${entry.kind === 'alert' && entry.said.length === 0 ? html`<span class="said">${words('alert-log.unanswered')}</span>` : nothing}</div></li>`;
}

function lasted({ at, until }, words) {
  return valueText((Date.parse(until) - Date.parse(at)) / MINUTE_MS, 'minutes', words);
}

function whatText(entry, names, words) {
  switch (entry.kind) {
    case 'alert': {
      const name = entry.value === null ? names.rule(entry.what) : `${names.rule(entry.what)} ${valueText(entry.value, names.unit(entry.what), words)}`;
      return entry.ward === null ? name : words('alerts.of-ward', { ward: names.ward(entry.ward), name });
    }
    case 'proposed':
      return words('alert-log.proposed', { level: words(`alerts.level.${entry.what.replace('level-', '')}`) });
    case 'level':
      return words('alert-log.declared', { level: words(`alerts.level.${entry.what}`) });
    case 'action':
      return names.action(entry.what);
    case 'relief':
      return helpText(entry.help, words);
    default:
      return words('alert-log.rules', { what: entry.what });
  }
}

function helpText({ staff, from, to }, words) {
  return words(staff === 1 ? 'alerts.relief-one' : 'alerts.relief', { n: staff, from, to });
}

/** Who said what when; a person whose name is erased is still a person. */
function saidText(kind, { at, by, person, answer, words: why }, time, words) {
  const key = answer || (kind === 'alert' ? 'taken' : 'by');
  const text = words(`alert-log.said-${key}`, { name: by || words(person ? 'alert-log.somebody' : 'alert-log.system'), at: time.clock(at) });
  return why === null ? text : `${text}: ${why}`;
}
