import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { post } from '../../core/api.js';
import { LightElement } from '../../core/light-element.js';
import { commandOf, send } from '../../ward/hand/wishes.js';
import { cardsForm } from './cards-form.js';
import { draftOf, newRule, wireOf } from './draft.js';
import { formFaults, serverFaults } from './fault-words.js';
import { levelForm } from './level-form.js';
import { lookedText } from './looked-text.js';
import { ruleForm } from './rule-form.js';

/**
 * A set of thresholds being changed: its rules, what calls for a level, the action cards. Before it can be adopted it is looked at what it
 * would have done in the last seven days; what is wrong stands at its field, and nothing of what was typed is lost:
 * `<flyt-limits-form .set .rules .names .wards .words .page hospital @adopted @refused @stop>`. `set` is what to begin with, `rules` what the
 * server told of those in force.
 */
export class LimitsForm extends LightElement {
  static properties = {
    set: { attribute: false }, rules: { attribute: false }, names: { attribute: false }, wards: { attribute: false }, words: { attribute: false },
    page: { attribute: false }, hospital: { type: String }, draft: { state: true }, looked: { state: true }, faults: { state: true }, busy: { state: true },
  };

  constructor() {
    super();
    this.hospital = '';
    /** Of {@link draftOf}. @type {any} */
    this.draft = null;
    /** What it would have done, and what the set in force would. @type {{then: any, now: any} | null} */
    this.looked = null;
    /** What is wrong, by path. @type {Map<string, string>} */
    this.faults = new Map();
    this.busy = false;
  }

  willUpdate(changed) {
    if (changed.has('set')) {
      this.draft = draftOf(this.set, this.hospital, this.words);
    }
  }

  firstUpdated() {
    this.querySelector('h3').focus();
  }

  /** @returns {import('./draft.js').Figure[]} */
  get figures() {
    return this.rules.figures;
  }

  figure(name) {
    return this.figures.find((one) => one.figure === name) || { figure: name, unit: 'count', bad: 'above', ofWards: true };
  }

  /** The ids of all actions that are or were. */
  actionIds() {
    return [...this.rules.actions.map((one) => one.action), ...this.draft.pressure.cards.flatMap((card) => card.actions.map((one) => one.id))];
  }

  /** Changes one field. */
  put(at, change) {
    change();
    this.looked = null;
    this.faults = new Map([...this.faults].filter(([path]) => path !== at));
  }

  /** Changes what there is: other paths are other fields then. @param {string} [next] where the keyboard is to be, if not where it is */
  change(change, next) {
    change();
    this.looked = null;
    this.faults = new Map();
    if (next !== undefined) {
      void this.updateComplete.then(() => this.#focusOn(next));
    }
  }

  dropRule(i) {
    this.change(() => this.draft.rules.splice(i, 1), '[data-add=rule]');
  }

  #addRule() {
    const taken = [...this.rules.rules.map((one) => one.rule), ...this.draft.rules.map((one) => one.id)];
    const rule = newRule(this.figures[0], taken, this.words);
    this.change(() => this.draft.rules.push(rule), `[data-rule="${rule.id}"] select`);
  }

  /** Into what is folded too; from a button that cannot be pressed any more to the one beside it. */
  #focusOn(selector) {
    const found = this.querySelector(selector);
    const target = found !== null && found.disabled ? found.parentElement.querySelector('button:not(:disabled)') : found;
    if (target !== null) {
      const folded = target.closest('details');
      if (folded !== null) {
        folded.open = true;
      }
      target.focus();
    }
  }

  render() {
    const { words, draft, busy } = this;
    return html`<form novalidate @submit=${(event) => this.#look(event)}>
      <h3 tabindex="-1">${words('limits.rules')}</h3><p>${words('limits.lead')}</p>
      ${repeat(draft.rules, (rule) => rule.id, (rule, i) => ruleForm(this, rule, i))}
      <p class="take"><button type="button" data-add="rule" @click=${() => this.#addRule()}>${words('limits.rule-add')}</button></p>
      ${levelForm(this)}${cardsForm(this)}
      <p class="trouble" role="alert">${this.faults.size === 0 ? nothing : this.#faultsText()}</p>
      <div class="looked" role="status">${this.looked === null ? nothing : lookedText(this.looked, words)}</div>
      <p class="take"><button type="submit" class=${this.looked === null ? 'main' : ''} ?disabled=${busy}>${words('rules.look')}</button>
        ${this.looked === null ? nothing : html`<button type="button" class="main" ?disabled=${busy} @click=${() => void this.#adopt()}>${words('rules.adopt')}</button>`}
        <button type="button" @click=${() => this.dispatchEvent(new Event('stop'))}>${words('alerts.cancel')}</button></p></form>`;
  }

  /** How much is wrong, and what has no field here: a name or a version from a file. */
  #faultsText() {
    const { words, faults } = this;
    const elsewhere = [...faults].filter(([path]) => !/^(rules|pressure)[.[]/.test(path)).map(([path, text]) => `${path}: ${text}.`);
    return html`${[words('limits.faulty', { n: faults.size }), ...elsewhere].join(' ')}
      <button type="button" @click=${() => this.#toFault()}>${words('limits.show-fault')}</button>`;
  }

  #wire() {
    return wireOf(this.draft, this.rules.adopted, this.words);
  }

  #show(faults) {
    this.faults = faults;
    void this.updateComplete.then(() => this.#toFault());
  }

  /** To the first field that is wrong, as they stand on the page. */
  #toFault() {
    this.#focusOn('[aria-invalid=true], [data-fault]');
  }

  /** A card without lines says nothing, and goes. */
  async #look(event) {
    event.preventDefault();
    this.draft.pressure.cards = this.draft.pressure.cards.filter((card) => card.actions.length > 0);
    this.faults = formFaults(event.target, this.words);
    if (this.faults.size > 0) {
      this.#show(this.faults);
      return;
    }
    this.busy = true;
    const { thresholds } = this.rules;
    const then = await this.#rehearse(this.#wire());
    const now = then.ok && thresholds !== null ? await this.#rehearse(thresholds) : null;
    this.busy = false;
    if (then.ok) {
      this.looked = { then: then.body, now: now !== null && now.ok ? now.body : null };
    } else if (then.faults.length > 0) {
      this.#show(serverFaults(then.faults, this.draft, this.words));
    } else {
      this.page.told(then);
    }
  }

  #rehearse(thresholds) {
    return post(`/api/v1/hospitals/${encodeURIComponent(this.hospital)}/thresholds/rehearsal`, { thresholds });
  }

  /** Where somebody else was first it stays as it is, to be looked at again beside theirs. */
  async #adopt() {
    this.busy = true;
    const answer = await send(this.hospital, commandOf({ type: 'AdoptThresholds', thresholds: this.#wire() }, this.page.now()), this.page.asked.signal);
    this.busy = false;
    if (this.page.told(answer, this.words('alerts.adopted'))) {
      this.dispatchEvent(new Event('adopted'));
    } else if (answer.code === 'older-rules') {
      this.looked = null;
      this.dispatchEvent(new Event('refused'));
    }
  }
}

customElements.define('flyt-limits-form', LimitsForm);
