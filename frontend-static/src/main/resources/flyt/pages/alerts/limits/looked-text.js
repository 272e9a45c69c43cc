import { html, nothing } from 'lit';
import { LEVELS } from './draft.js';

/** What a set would have done in the last seven days, in words, beside what the one in force would. @param {{then: any, now: any}} looked */
export function lookedText({ then, now }, words) {
  if (then.measured === 0) {
    return html`<p>${words('rules.looked-nothing')}</p>`;
  }
  const share = (of, level) => `${Math.round(of.levels[level] * 100)} %`;
  const line = (of) => ['normal', ...LEVELS].map((level) => `${words(`alerts.level.${level}`)} ${share(of, level)}`).join(' · ');
  const alerts = (of) => of.alerts.reduce((sum, one) => sum + one.count, 0);
  const unknown = then.unknown.map((figure) => words(`alerts.figure.${figure}`)).join(', ');
  return html`<p><b>${words('rules.looked')}</b> ${words('limits.alerts', { n: alerts(then) })} · ${line(then)}</p>
    ${now === null ? nothing : html`<p>${words('limits.looked-now')} ${words('limits.alerts', { n: alerts(now) })} · ${line(now)}</p>`}
    ${unknown === '' ? nothing : html`<p>${words('rules.unknown', { figures: unknown })}</p>`}`;
}
