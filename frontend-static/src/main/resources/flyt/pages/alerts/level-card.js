import { html, nothing } from 'lit';
import { glyph } from '../glyphs/glyph.js';
import { valueText } from './values.js';

const ASKING = 'level';
const ORDER = ['normal', 'green', 'yellow', 'red'];

/**
 * The level of preparedness: which one a person declared and why, which one the figures speak for, and what counts.
 *
 * @param {import('./alert-cards.js').AlertCards} cards @param {import('../core/rows.js').Row} row
 */
export function levelCard(cards, row) {
  const { words } = cards;
  if (row.rules === null) {
    return html`<article class="level" data-key=${row.key}><h2>${words('alerts.not-adopted')}</h2>
      <p>${words('alerts.not-adopted-why')}</p>
      ${cards.may.includes('adopt-thresholds')
        ? html`<button type="button" class="main" ?disabled=${cards.sending.busy}
            @click=${() => cards.send({ type: 'AdoptThresholds', thresholds: 'standard' }, 'alerts.adopted')}>${words('alerts.adopt')}</button>`
        : nothing}</article>`;
  }
  return html`<article class="level level-${row.declared}" data-key=${row.key}>
    <h2>${glyph(row.declared === 'normal' ? 'ring-thin' : 'act', TONES[row.declared])}<span>${words(`alerts.level.${row.declared}`)}</span></h2>
    <p class="declared">${declaredText(cards, row)}</p>
    ${row.proposed === row.declared
      ? nothing
      : html`<p class="proposed">${ORDER.indexOf(row.proposed) > ORDER.indexOf(row.declared) ? glyph('attention-hollow', 'warn') : glyph('trend-down', 'mute')}
          ${words('alerts.proposed', { level: levelInside(row.proposed, words) })}
          ${row.proposedSince === null ? nothing : words('alerts.proposed-since', { at: cards.time.clock(row.proposedSince) })}</p>`}
    ${cards.may.includes('declare-level') ? declaring(cards, row) : nothing}
    <details><summary>${words('alerts.triggers')}</summary>
      <ul>${row.triggers.map((trigger) => html`<li data-level=${trigger.level || 'unknown'}>${words(`alerts.figure.${trigger.figure}`)}:
        <b>${trigger.value === null ? words('alerts.not-measured') : valueText(trigger.value, trigger.unit, words)}</b>
        ${trigger.level === null || trigger.level === 'normal' ? nothing : html`<span>${words(`alerts.level.${trigger.level}`)}</span>`}</li>`)}</ul></details>
  </article>`;
}

function declaredText({ words, time }, row) {
  if (row.declaredAt === null) {
    return nothing;
  }
  const at = time.clock(row.declaredAt);
  const who = row.declaredBy === null ? words('alerts.declared-nobody', { at }) : words('alerts.declared', { name: row.declaredBy, at });
  return html`${who}${row.reason === null ? nothing : html`: ${row.reason}`}${row.declared === 'green' ? html`<br />${words('alerts.level-why.green')}` : nothing}`;
}

/** The level's words inside a sentence: "erklær gul beredskap". */
function levelInside(level, words) {
  const name = words(`alerts.level.${level}`);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** A button for each other level, the one that the figures speak for first; then why. */
function declaring(cards, row) {
  const { words, asking } = cards;
  if (asking !== null && asking.startsWith(`${ASKING}/`)) {
    const level = asking.slice(ASKING.length + 1);
    const name = words(`alerts.level.${level}`);
    return html`<p><b>${words('alerts.declare', { level: levelInside(level, words) })}</b></p>
      ${cards.form(asking, words('alerts.reason'), (reason) =>
        cards.send({ type: 'DeclareLevel', level, ...(reason === '' ? {} : { reason }) }, 'alerts.level-set', { level: name }))}`;
  }
  const others = ORDER.filter((level) => level !== row.declared).sort(
    (one, other) => Number(other === row.proposed) - Number(one === row.proposed) || ORDER.indexOf(one) - ORDER.indexOf(other),
  );
  return html`<p class="declare">${others.map(
    (level) => html`<button type="button" data-declare=${level} @click=${() => cards.ask(`${ASKING}/${level}`)}>${level === 'normal'
      ? words('alerts.back-to-normal')
      : words('alerts.declare', { level: levelInside(level, words) })}</button>`,
  )}</p>`;
}

/** Green is no "all well": only the normal level has no colour of alarm. */
const TONES = { normal: 'mute', green: 'ok', yellow: 'warn', red: 'crit' };
