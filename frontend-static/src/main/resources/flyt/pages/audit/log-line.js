import { html, nothing } from 'lit';
import { HospitalTime } from '../core/hospital-time.js';
import { icon } from '../glyphs/glyph.js';

/**
 * A line of the access log, as the server writes it.
 *
 * @typedef {{id: number, at: string, until: string | null, sitting: boolean, hospital: string | null, kind: string, who: string | null,
 *   name: string, role: string | null, unit: string | null, deed: string, view: string | null, scope: string | null, level: number | null,
 *   stay: string | null, patient: string | null, reason: string | null, address: string | null, screen: string | null, outcome: string}} LogLine
 */

/**
 * Lines of the log as a table that a layperson can read: when, who, what, about whom, why, from where.
 * @param {LogLine[]} lines
 * @param {{id: string, name: string, timeZone: string, wards: {id: string, name: string}[]}[]} hospitals
 * @param {string[]} [left] heads to leave out: `who`
 */
export function logTable(lines, hospitals, words, language, left = []) {
  const heads = ['when', 'who', 'what', 'about', 'why', 'from'].filter((head) => !left.includes(head));
  return html`<table class="log">
    <caption class="visually-hidden">${words('audit.lines')}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${words(`audit.${head}`)}</th>`)}</tr></thead>
    <tbody>${lines.map((line) => {
      const cells = cellsOf(line, hospitals, words, language);
      return html`<tr data-key=${line.id}>${heads.map((head) => html`<td data-label=${words(`audit.${head}`)} class=${head}>${cells[head]}</td>`)}</tr>`;
    })}</tbody>
  </table>`;
}

function cellsOf(line, hospitals, words, language) {
  const hospital = hospitals.find((one) => one.id === line.hospital);
  return {
    when: whenOf(line, hospital || hospitals[0], words, language),
    who: whoOf(line, hospitals, words),
    what: html`${deedWords(line, hospital, words)}${line.outcome === 'refused' ? html`<span class="chip warn">${words('audit.refused')}</span>` : nothing}`,
    about: line.stay === null ? '–' : words('audit.stay', { stay: line.stay }),
    why: line.reason === null ? '–' : line.reason,
    from: line.address === null ? '–' : line.address,
  };
}

function whenOf(line, hospital, words, language) {
  const time = new HospitalTime(hospital && hospital.timeZone, language);
  const from = `${time.dateOfYear(line.at)} ${time.clockWithSeconds(line.at)}`;
  if (!line.sitting) {
    return from;
  }
  return html`${from}<small>${line.until === null ? words('audit.still') : words('audit.until', { at: time.clockWithSeconds(line.until) })}</small>`;
}

function whoOf(line, hospitals, words) {
  const role = line.role === null ? '' : words.has(`role.${line.role}`) ? words(`role.${line.role}`) : line.role;
  const about = [role, unitWords(line, hospitals, words)].filter((part) => part).join(', ');
  const signs = { screen: 'device-tv', machine: 'plug-connected', person: 'user', nobody: 'user' };
  return html`<span class="person">${icon(signs[line.kind])}<span><b>${line.name || words('audit.nobody')}</b>${about === '' ? nothing : html`<small>${about}</small>`}</span></span>`;
}

/** Where somebody belongs: `Lunge` for `FJO LUN`; a screen's place stands as it is. @param {LogLine} line */
function unitWords(line, hospitals, words) {
  const [id, ...wards] = (line.unit || '').split(' ');
  const hospital = hospitals.find((one) => one.id === id);
  if (line.kind === 'screen' || (hospital === undefined && id !== '*')) {
    return line.unit;
  }
  const names = wards.map((ward) => (hospital.wards.find((one) => one.id === ward) || { name: ward }).name);
  return id === '*' ? words('accounts.every-hospital') : names.join(', ') || hospital.name;
}

/** What was done, in words: `Så tavla for Lunge, Lukket rom`. @param {LogLine} line */
export function deedWords(line, hospital, words) {
  if (line.view === 'ward' && line.deed === 'ward') {
    const ward = hospital && hospital.wards.find((one) => one.id === line.scope);
    return words('audit.saw-ward', { ward: ward ? ward.name : line.scope, level: line.level === null ? '' : words(`level.${line.level}`) });
  }
  if (words.has(`audit.did-${line.deed}`)) {
    return words(`audit.did-${line.deed}`);
  }
  return words.has(`deed.${line.deed}`) ? words(`deed.${line.deed}`) : words.has(`view.${line.deed}`) ? words('audit.saw', { view: words(`view.${line.deed}`) }) : line.deed;
}
