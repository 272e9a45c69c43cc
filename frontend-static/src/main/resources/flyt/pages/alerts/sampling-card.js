import { html, nothing } from 'lit';
import { icon } from '../glyphs/glyph.js';

const ASKING = 'relief';

/**
 * The queues for blood samples, and who is proposed to help there: yes with one tap, no with a reason.
 *
 * @param {import('./alert-cards.js').AlertCards} cards @param {import('../core/rows.js').Row} row
 */
export function samplingCard(cards, row) {
  const { words } = cards;
  return html`<article class="sampling" data-key=${row.key}><h3>${words('alerts.sampling')}</h3>
    <ul>${row.stations.filter((station) => station.queues).map((station) => html`<li>${stationText(cards, station)}</li>`)}</ul>
    ${row.relief === null ? nothing : relief(cards, row.relief)}</article>`;
}

function stationText({ words, time }, { station, waiting, since, staff }) {
  const parts = [waiting === 0 ? words('alerts.sampling-nobody', { station }) : words('alerts.sampling-station', { station, n: waiting })];
  if (since !== null) {
    parts.push(words('alerts.sampling-since', { at: time.clock(since) }));
  }
  if (staff !== null) {
    parts.push(words('alerts.sampling-staff', { n: staff }));
  }
  return parts.join(' · ');
}

function relief(cards, proposed) {
  const { words } = cards;
  const { from, to, staff } = proposed;
  return html`<p class="relief" data-answer=${proposed.answer}>${icon('users')}<b>${words(staff === 1 ? 'alerts.relief-one' : 'alerts.relief', { n: staff, from, to })}</b></p>
    ${proposed.answer === 'open' ? offer(cards) : html`<p class="response">${answerText(cards, proposed)}</p>`}`;
}

function answerText({ words, time }, { answer, answeredAt, by }) {
  const at = time.clock(answeredAt);
  return by === null ? words(`alerts.relief-${answer}`, { at }) : words(`alerts.relief-${answer}-by`, { name: by, at });
}

function offer(cards) {
  const { words } = cards;
  if (!cards.may.includes('answer-relief')) {
    return nothing;
  }
  const answer = (accepted, reason) => cards.send({ type: 'AnswerRelief', accepted, ...(reason === '' ? {} : { reason }) }, 'alerts.saved');
  return cards.asking === ASKING
    ? cards.form(ASKING, words('alerts.relief-why'), (reason) => answer(false, reason))
    : html`<p class="deeds"><button type="button" class="main" ?disabled=${cards.sending.busy} @click=${() => answer(true, '')}>${words('alerts.relief-accept')}</button>
        <button type="button" @click=${() => cards.ask(ASKING)}>${words('alerts.relief-decline')}</button></p>`;
}
