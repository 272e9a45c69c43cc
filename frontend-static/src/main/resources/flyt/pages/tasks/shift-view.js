import { html, nothing } from 'lit';
import '../core/ask-once.js';
import { icon } from '../glyphs/glyph.js';
import { shiftOf } from './shift-times.js';
import './wake-switch.js';

/**
 * Own shift: how long it lasts, where, breaks, and the end of it.
 *
 * @param {import('./jobs.js').Worker} self
 * @param {{words: import('./languages.js').PhoneWords, time: import('../core/hospital-time.js').HospitalTime, team: string,
 *   zones: {id: string, name: string}[], waiting: number, busy: boolean, synthetic: boolean, say: (wish: object) => void}} shift
 */
export function shiftView(self, { words, time, team, zones, waiting, busy, synthetic, say }) {
  const names = self.zones.map((id) => (zones.find((zone) => zone.id === id) || { name: id }).name);
  const fact = (sign, label, value) => html`<div>${icon(sign)}<dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<section class="shift" aria-labelledby="shift-title">
    <h2 id="shift-title">${words('shift.title')}</h2>
    <dl class="facts">
      ${fact('users', words('duty.team'), `${words(`team.${team}`)} · ${words(`shift.${shiftOf(self.since, time)}`)}`)}
      ${fact('clock', words('shift.hours'), self.until ? `${time.clock(self.since)}–${time.clock(self.until)}` : words('shift.since', { at: time.clock(self.since) }))}
      ${fact('building-hospital', words('duty.zones'), names.length === 0 ? words('shift.whole-house') : names.join(', '))}
      ${self.skills.length === 0 ? nothing : fact('check', words('duty.skills'), self.skills.map((skill) => words(`skill.${skill}`)).join(', '))}
      ${fact('device-mobile', words('shift.unsent'), waiting === 0 ? words('shift.all-sent') : words('strip.waiting', { count: waiting }))}
    </dl>
    <flyt-wake-switch .words=${words}></flyt-wake-switch>
    ${synthetic ? html`<p class="invented">${words('test.strip')}</p>` : nothing}
    <p class="ways"><a href="/me">${icon('user-circle')}${words('shift.account')}</a>
      <ask-once .words=${words} .label=${words('shift.end')} .question=${words(busy ? 'shift.end-busy' : 'shift.end-sure')} @yes=${() => say({ type: 'EndDuty' })}></ask-once></p>
  </section>`;
}

/** The break, as the main thing to press. @param {import('./jobs.js').Worker} self */
export function breakDeeds(self, { words, say }) {
  return html`<div class="deeds">${self.breakSince
    ? html`<button type="button" class="main" @click=${() => say({ type: 'EndBreak' })}>${icon('player-play')}<span>${words('break.end')}</span></button>`
    : html`<button type="button" class="main plain" @click=${() => say({ type: 'StartBreak' })}>${icon('coffee')}<span>${words('break.begin')}</span></button>`}</div>`;
}
