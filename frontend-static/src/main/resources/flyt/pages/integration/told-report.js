import { html } from 'lit';

/** A report as it is told: its type, and what it says of places and times. @param {object} report */
export function toldReport(report) {
  return html`<p><code>${report.type}</code>${Object.entries(report).filter(([name]) => name !== 'type')
    .map(([name, value]) => html`<span class="line">${name}: ${value === null ? '–' : typeof value === 'object' ? Object.values(value).join(' ') : value}</span>`)}</p>`;
}
