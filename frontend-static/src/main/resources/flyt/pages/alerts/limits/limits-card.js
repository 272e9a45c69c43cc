import { html, nothing } from 'lit';
import { post } from '../core/api.js';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';
import { commandOf, send } from '../ward/hand/wishes.js';

const LIMITS = ['limit', 'clear', 'after', 'repeat'];
const LEVELS = ['green', 'yellow', 'red'];

/**
 * The thresholds in force, who adopted which when, and how to change them: a look at what others would have done comes first:
 * `<flyt-rules-form>`. Tells its page `adopted`.
 */
export class RulesForm extends LightElement {
  static properties = {
    rules: { attribute: false }, names: { attribute: false }, words: { attribute: false }, time: { attribute: false }, may: { attribute: false }, page: { attribute: false },
    hospital: { type: String }, draft: { state: true }, looked: { state: true }, faults: { state: true }, busy: { state: true },
  };

  constructor() {
    super();
    this.rules = { thresholds: null, adopted: [] };
    this.names = null;
    this.words = null;
    this.time = null;
    this.may = [];
    this.page = null;
    this.hospital = '';
    /** The set as it is being changed; null: nobody changes it. @type {any} */
    this.draft = null;
    /** What it would have done. @type {any} */
    this.looked = null;
    /** What is wrong with it, in words. */
    this.faults = '';
    this.busy = false;
  }

  get #address() {
    return `/api/v1/hospitals/${encodeURIComponent(this.hospital)}/thresholds`;
  }

  render() {
    const { words, rules } = this;
    const set = this.draft || rules.thresholds;
    return words === null ? nothing : html`<section class="card rules" aria-labelledby="rules-title"><h2 id="rules-title">${words('rules.title')}</h2>
      ${set === null ? html`<p>${words('alerts.not-adopted')}</p>` : this.#set(set)}
      <h3>${words('rules.history')}</h3>
      <ol class="log">${rules.adopted.map((one) => html`<li><span class="when">${this.time.shortDate(one.at)} ${this.time.clock(one.at)}</span>
        <b>${one.name}/${one.version}${one.by === null ? '' : ` · ${one.by}`}</b></li>`)}</ol></section>`;
  }

  #set(set) {
    const { words, draft } = this;
    return html`<form @submit=${(event) => this.#look(event)}>
      <p class="take"><b>${set.name}/${set.version}</b> ${words('rules.every', { n: set.every })}
        <a class="file json" download="thresholds.json" href=${this.#address}>${icon('download')}JSON</a>
        ${draft === null && this.may.includes('adopt-thresholds') ? html`<button type="button" @click=${() => this.#change()}>${words('rules.change')}</button>` : nothing}</p>
      <div class="wide" role="region" tabindex="0" aria-label=${words('alert-log.rule')}><table>
        <thead><tr><th scope="col">${words('alert-log.rule')}</th>${LIMITS.map((name) => html`<th scope="col">${words(`rules.${name}`)}</th>`)}
          <th scope="col">${words('rules.owner')}</th>${this.looked === null ? nothing : html`<th scope="col">${words('rules.week')}</th>`}</tr></thead>
        <tbody>${set.rules.map((rule) => this.#rule(rule))}</tbody></table></div>
      <h3>${words('rules.levels')}</h3><p>${words('rules.together', { n: set.pressure.together, enter: set.pressure.enterAfter, leave: set.pressure.leaveAfter })}</p>
      <div class="wide" role="region" tabindex="0" aria-label=${words('rules.levels')}><table>
        <thead><tr><th scope="col">${words('rules.figure')}</th>${LEVELS.map((level) => html`<th scope="col">${words(`alerts.level.${level}`)}</th>`)}</tr></thead>
        <tbody>${set.pressure.triggers.map((trigger) => html`<tr data-figure=${trigger.figure}><th scope="row">${words(`alerts.figure.${trigger.figure}`)}</th>
          ${LEVELS.map((level) => html`<td>${this.#number(trigger, level, `${words(`alerts.figure.${trigger.figure}`)}: ${words(`alerts.level.${level}`)}`)}</td>`)}</tr>`)}</tbody></table></div>
      <p class="trouble" role="alert">${this.faults}</p>
      <p class="looked" role="status">${this.looked === null ? nothing : this.#lookedText()}</p>
      ${draft === null ? nothing : html`<p class="take"><button type="submit" class=${this.looked === null ? 'main' : ''} ?disabled=${this.busy}>${words('rules.look')}</button>
        ${this.looked === null ? nothing : html`<button type="button" class="main" ?disabled=${this.busy} @click=${() => void this.#adopt()}>${words('rules.adopt')}</button>`}
        <button type="button" @click=${() => this.#leave()}>${words('alerts.cancel')}</button></p>`}</form>`;
  }

  #rule(rule) {
    const { words, names } = this;
    const name = names.rule(rule.id);
    const week = this.looked === null ? undefined : this.looked.alerts.find((one) => one.rule === rule.id);
    const hours = rule.hours.map((one) => words('rules.hours', { from: one.from, to: one.to, limit: one.limit })).join(', ');
    return html`<tr data-rule=${rule.id}><th scope="row">${name}${rule.eachWard ? html` <small>${words('rules.each-ward')}</small>` : nothing}
        ${hours === '' ? nothing : html`<br /><small>${hours}</small>`}</th>
      ${LIMITS.map((field) => html`<td>${this.#number(rule, field, `${name}: ${words(`rules.${field}`)}`)}</td>`)}
      <td>${words(`alerts.owner.${rule.owner}`)} · ${rule.action || (words.has(`alerts.do.${rule.id}`) ? words(`alerts.do.${rule.id}`) : '')}</td>
      ${week === undefined ? nothing : html`<td class="week">${week.count}</td>`}</tr>`;
  }

  /** A number to read, or to change. */
  #number(of, field, label) {
    if (this.draft === null) {
      return of[field] === undefined ? '–' : of[field];
    }
    const change = (event) => {
      this.looked = null;
      if (event.target.value === '' && field === 'repeat') {
        delete of.repeat;
      } else {
        of[field] = Number(event.target.value);
      }
    };
    return html`<input type="number" step="any" aria-label=${label} .value=${String(of[field] ?? '')} ?required=${field !== 'repeat'} @change=${change} />`;
  }

  #lookedText() {
    const { words, looked } = this;
    const share = (level) => `${words(`alerts.level.${level}`)} ${Math.round(looked.levels[level] * 100)} %`;
    const unknown = looked.unknown.map((figure) => words(`alerts.figure.${figure}`)).join(', ');
    return html`${words(looked.measured === 0 ? 'rules.looked-nothing' : 'rules.looked')} ${['normal', ...LEVELS].map(share).join(' · ')}
      ${unknown === '' ? nothing : html`<br />${words('rules.unknown', { figures: unknown })}`}`;
  }

  /** A hospital's own set has its name, and a version that was not there. */
  #change() {
    const set = JSON.parse(JSON.stringify(this.rules.thresholds));
    const name = set.name === 'standard' ? this.hospital.toLowerCase() : set.name;
    const versions = this.rules.adopted.filter((one) => one.name === name).map((one) => one.version);
    this.draft = { ...set, name, version: Math.max(0, ...versions) + 1 };
  }

  #leave() {
    this.draft = null;
    this.looked = null;
    this.faults = '';
  }

  async #look(event) {
    event.preventDefault();
    this.busy = true;
    this.faults = '';
    const answer = await post(`${this.#address}/rehearsal`, { thresholds: this.draft });
    this.busy = false;
    if (answer.ok) {
      this.looked = answer.body;
    } else if (answer.status === 422) {
      this.faults = this.words('rules.faulty', { where: this.#where(answer.faults) });
    } else {
      this.page.told(answer);
    }
  }

  /** Which rules and figures are wrong: `thresholds.rules.corridor.clear` is of the rule `corridor`. */
  #where(faults) {
    const { words, names, draft } = this;
    const named = faults.map(({ field }) => {
      const parts = field.split('.');
      const rule = draft.rules.find((one) => parts.includes(one.id) || field.includes(`rules[${draft.rules.indexOf(one)}]`));
      const trigger = draft.pressure.triggers.find((one, i) => parts.includes(one.figure.toUpperCase().replace(/-/g, '_')) || field.includes(`triggers[${i}]`));
      return rule ? names.rule(rule.id) : trigger ? words(`alerts.figure.${trigger.figure}`) : field;
    });
    return [...new Set(named)].join(', ');
  }

  async #adopt() {
    this.busy = true;
    const answer = await send(this.hospital, commandOf({ type: 'AdoptThresholds', thresholds: this.draft }, this.page.now()), this.page.asked.signal);
    this.busy = false;
    if (this.page.told(answer, this.words('alerts.adopted'))) {
      this.#leave();
      this.dispatchEvent(new Event('adopted'));
    }
  }
}

customElements.define('flyt-rules-form', RulesForm);
