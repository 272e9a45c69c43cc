import { html, nothing } from 'lit';
import { unitOf, valueText } from './values.js';

/**
 * One entry of the log of alerts, in words. Pure.
 *
 * @typedef {{at: string, by: string | null, answer: string | null, words: string | null}} Said
 * @typedef {{kind: string, what: string, ward: string | null, at: string, until: string | null, value: number | null, repeated: number, said: Said[]}} Entry
 */

const MINUTE_MS = 60_000;

/** What rules, figures and wards are called. @param {any} hospital its definition @param {any} set the set in force, or null */
export function namesOf(hospital, set, words) {
  const rules = new Map(set === null ? [] : set.rules.map((rule) => [rule.id, rule]));
  const wards = new Map(hospital.wards.map((ward) => [ward.id, ward.name]));
  return {
    rule: (id) => {
      const own = rules.get(id);
      return (own && own.name) || (words.has(`alerts.rule.${id}`) ? words(`alerts.rule.${id}`) : id);
    },
    unit: (id) => unitOf(rules.has(id) ? rules.get(id).figure : ''),
    ward: (id) => wards.get(id) || id,
    action: (id) => (words.has(`alerts.action.${id}`) ? words(`alerts.action.${id}`) : id),
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
      return words('alert-log.relief', { what: entry.what });
    default:
      return words('alert-log.rules', { what: entry.what });
  }
}

function saidText(kind, { at, by, answer, words: why }, time, words) {
  const key = answer || (kind === 'alert' ? 'taken' : 'by');
  const text = words(by === null ? `alert-log.said-${key}` : `alert-log.said-${key}-name`, { name: by || '', at: time.clock(at) });
  return why === null ? text : `${text}: ${why}`;
}
