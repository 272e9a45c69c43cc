import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { TASKS } from '../ward/states.js';
import { spanWords } from './spans.js';
import { kindText, placeText, stateOf, wayText } from './task-words.js';

/**
 * The people on duty: who is where with what, who is free, who has a break; and the way to move somebody to other zones. After them
 * whoever works without having come on duty here.
 *
 * @typedef {object} Movings
 * @property {string | null} moving whose zones are being chosen
 * @property {string | null} current on whom the keyboard stands
 * @property {(deed: string) => boolean} may @property {boolean} barred @property {boolean} keys
 * @property {{id: string, name: string}[]} zones of the hospital
 * @property {(worker: string | null) => void} choose
 * @property {(person: import('./crew.js').Person, zones: string[]) => void} move
 */

const SIGNS = {
  free: { glyph: 'square', tone: 'ok' },
  offered: { glyph: 'task-offered', tone: 'mute' },
  busy: { glyph: 'info', tone: 'info' },
  break: { glyph: 'task-paused', tone: 'mute' },
  other: { glyph: 'info', tone: 'mute' },
};

/** @param {import('./crew.js').Person[] | null} crew null: not known yet @param {import('./line.js').QueueContext} context @param {Movings} movings */
export function crewList(crew, context, movings) {
  const { words } = context;
  const stop = crew !== null && crew.some(({ worker }) => worker === movings.current) ? movings.current : crew && crew.length > 0 ? crew[0].worker : null;
  return html`<section class="panel crew" aria-labelledby="crew-title">
    <h2 id="crew-title">${words('work.crew')} <span>${crew === null ? '' : words('work.crew-order')}</span></h2>
    ${crew === null || crew.length === 0
      ? html`<p class="nothing">${crew === null ? words('link.connecting') : html`${glyph('attention', 'warn')}${words('work.crew-empty')}`}</p>`
      : html`<div class="people" role="table" aria-labelledby="crew-title">
          <div role="rowgroup"><div role="row" class="heads">
            <div role="columnheader" class="cell name">${words('work.person')}</div>
            <div role="columnheader" class="cell does">${words('work.does')}</div>
            <div role="columnheader" class="cell zones">${words('work.zones')}</div>
            <div role="columnheader" class="cell move"><span class="visually-hidden">${words('form.doing')}</span></div>
          </div></div>
          <div role="rowgroup">${repeat(crew, ({ key }) => key, (person) => personRow(person, person.worker === stop, context, movings))}</div>
        </div>`}
  </section>`;
}

function personRow(person, isStop, context, movings) {
  const { words, time } = context;
  const { row, worker } = person;
  const sign = person.state === 'busy' && person.task !== null && person.task.state === 'accepted' ? TASKS.accepted : SIGNS[person.state];
  const does = doesText(person, context);
  const moving = movings.moving === worker;
  return html`<div role="row" class="person ${person.state} ${moving ? 'opened' : ''}" data-worker=${worker}>
      <div role="rowheader" class="cell name"><b>${person.name}</b>
        <span class="second">${person.state === 'other' ? words('work.not-on-duty') : row.until ? words('work.until', { at: time.clock(row.until) }) : words('work.duty-since', { at: row.since ? time.clock(row.since) : '–' })}</span></div>
      <div role="cell" class="cell does">${glyph(sign.glyph, sign.tone)}<span><span class="first">${does.first}</span><span class="second">${does.second}</span></span></div>
      <div role="cell" class="cell zones"><span class="first">${person.state === 'other' ? '–' : zonesText(row, movings.zones, words)}</span>
        <span class="second">${(row.skills || []).map((skill) => (words.has(`work.skill.${skill}`) ? words(`work.skill.${skill}`) : skill)).join(', ')}</span></div>
      <div role="cell" class="cell move">${movings.may('move-worker') && person.state !== 'other' ? html`<button type="button" class="moves" data-worker=${worker} aria-expanded=${String(moving)} tabindex=${isStop ? 0 : -1}
        aria-label=${words('work.move-who', { who: person.name })} ?disabled=${movings.barred} @click=${() => movings.choose(moving ? null : worker)}>${words('work.move')}</button>` : nothing}</div>
    </div>
    ${moving ? html`<div role="row" class="more"><div role="cell" aria-colspan="4">${zonesForm(person, words, movings)}</div></div>` : nothing}`;
}

/** What somebody does, and where. */
function doesText({ state, task, row }, context) {
  const { words, time, now, stale } = context;
  if (state === 'break') {
    return {
      first: words('work.break'),
      second: stale ? words('since', { at: time.clock(row.breakSince) }) : spanWords(now - Date.parse(row.breakSince), words),
    };
  }
  if (task === null) {
    const first = words(state === 'free' ? 'work.is-free' : 'work.is-busy');
    return { first, second: [row.at ? placeText(row.at) : '', row.task || ''].filter(Boolean).join(' · ') };
  }
  const does = state === 'offered' ? words('work.is-asked') : kindText(task, words);
  return { first: `${does}, ${wayText(task)}`, second: state === 'offered' ? kindText(task, words) : ownState(task, context) };
}

/** The state without the name, which stands in the same line. */
function ownState(task, context) {
  const { words } = context;
  if (task.state === 'accepted') {
    return words('work.not-begun');
  }
  const { text } = stateOf(task, context);
  return task.state === 'paused' && task.reason ? `${text}: ${task.reason}` : text;
}

function zonesText(row, zones, words) {
  const named = (row.zones || []).map((id) => (zones.find((zone) => zone.id === id) || { name: id }).name);
  return named.length === 0 ? words('work.whole-hospital') : named.join(', ');
}

function zonesForm(person, words, { zones, barred, choose, move }) {
  const send = (event) => {
    event.preventDefault();
    move(person, new FormData(event.target).getAll('zone').map(String));
  };
  return html`<form class="asks zones-form" @submit=${send}>
    <fieldset><legend>${words('work.move-title', { who: person.name })}</legend>
      <div class="ready">${zones.map(
        ({ id, name }, index) => html`<label><input type="checkbox" name="zone" value=${id} data-first=${index === 0 ? '' : nothing} ?checked=${(person.row.zones || []).includes(id)} /><span>${name}</span></label>`,
      )}</div>
      <p class="hint">${words('work.no-zone')}</p></fieldset>
    <div class="sends"><button class="main" ?disabled=${barred}>${icon('users')}${words('work.move-sure')}</button>
      <button type="button" @click=${() => choose(null)}>${words('form.leave')}</button></div>
  </form>`;
}
