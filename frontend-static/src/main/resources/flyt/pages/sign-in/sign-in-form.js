import { html, nothing } from 'lit';
import { post } from '../core/api.js';
import { cards, faultOf, field, said } from '../core/fields.js';
import { LightElement } from '../core/light-element.js';
import { homeOf } from '../core/me.js';
import { problemWords } from '../core/problem-words.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';

const DEVICE = 'flyt.device';

/**
 * Where staff sign in: `<flyt-sign-in-form .words .ways .to .setup .mustChange>`. The hospital's own way first, a local account
 * below; a demo's invented people with one tap each. Whoever has been given a password chooses one of their own before anything
 * else. `setup`: the secret of the link with which the first administrator is made, or null.
 */
export class SignInForm extends LightElement {
  static properties = {
    words: { attribute: false },
    ways: { attribute: false },
    to: { attribute: false },
    setup: { attribute: false },
    mustChange: { attribute: false },
    trouble: { state: true },
    busy: { state: true },
    waits: { state: true },
    shown: { state: true },
    device: { state: true },
  };

  #asked = new AbortController();
  #ticker = 0;
  #temporary = '';

  constructor() {
    super();
    this.setup = null;
    this.mustChange = false;
    this.trouble = '';
    this.busy = false;
    /** Seconds until the server takes another attempt. */
    this.waits = 0;
    this.shown = false;
    /** Whose device this is, as it was told last; a stranger's until somebody says otherwise. */
    this.device = localStorage.getItem(DEVICE) === 'own' ? 'own' : 'shared';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
    this.#asked.abort();
  }

  get #step() {
    return this.mustChange ? 'change' : this.setup === null ? 'password' : 'setup';
  }

  render() {
    const { words } = this;
    const step = this.#step;
    const demo = step === 'password' && this.ways.demoAccounts.length > 0;
    return html`${demo ? this.#demo(words) : nothing}
      ${step === 'password' ? this.#provider(words) : nothing}
      <form novalidate @submit=${this.#send} aria-busy=${String(this.busy)}>
        ${{ password: () => this.#password(words), change: () => this.#change(words), setup: () => this.#setUp(words) }[step]()}
        <p class="trouble" role="alert">${this.trouble}</p>
        <button class="main" type="submit" ?disabled=${this.busy || this.waits > 0}>${this.waits > 0
          ? words('sign-in.wait', { seconds: this.waits })
          : words(`sign-in.send-${step}`)}</button>
      </form>`;
  }

  #provider(words) {
    const { oidc } = this.ways;
    const query = new URLSearchParams({ to: this.to === '/' ? '/?signed-in' : this.to, device: this.device });
    return oidc === null
      ? nothing
      : html`<a class="main provider" href="/api/v1/access/oidc/start?${query}">
            ${icon('shield')}<span>${words('sign-in.with', { name: oidc.name })}</span>${icon('arrow-right')}</a>
          <p class="or"><span>${words('sign-in.or-local')}</span></p>`;
  }

  #password(words) {
    return html`${field('login', words('sign-in.login'), { complete: 'username' })}
      ${this.#secret('password', words('sign-in.password'), 'current-password', words)}
      ${cards('device', words('sign-in.device'), [
        ['shared', words('sign-in.shared'), this.#lasts('shared')],
        ['own', words('sign-in.own'), this.#lasts('own')],
      ], this.device, (device) => {
        localStorage.setItem(DEVICE, device);
        this.device = device;
      })}`;
  }

  /** How soon one is signed out. @param {'shared' | 'own'} device */
  #lasts(device) {
    const minutes = Math.round(this.ways.idleSeconds[device] / 60);
    return minutes < 120
      ? this.words('sign-in.minutes-lead', { count: minutes })
      : this.words('sign-in.hours-lead', { count: Math.round(minutes / 60) });
  }

  /** Whoever has just typed the temporary password need not type it again. */
  #change(words) {
    return html`<p class="lead">${words('sign-in.change-lead')}</p>
      ${this.#temporary === '' ? this.#secret('old', words('sign-in.old-password'), 'current-password', words) : nothing}
      ${this.#secret('new', words('sign-in.new-password'), 'new-password', words)}`;
  }

  #setUp(words) {
    return html`<p class="lead">${words('sign-in.setup-lead')}</p>
      ${field('name', words('sign-in.name'), { complete: 'name' })} ${field('login', words('sign-in.login'), { complete: 'username' })}
      ${this.#secret('password', words('sign-in.new-password'), 'new-password', words)}`;
  }

  #secret(name, label, complete, words) {
    return html`<div class="field"><label for=${name}>${label}</label>
      <span class="secret"><input id=${name} name=${name} type=${this.shown ? 'text' : 'password'} autocomplete=${complete} required />
        <button type="button" aria-pressed=${String(this.shown)} aria-label=${words('sign-in.show')} @click=${() => (this.shown = !this.shown)}>
          ${icon(this.shown ? 'eye-off' : 'eye')}</button></span></div>`;
  }

  #demo(words) {
    return html`<section class="demo" aria-label=${words('sign-in.demo')}>
      <h2>${words('sign-in.demo')}</h2>
      <ul>${[...this.ways.demoAccounts].sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role)).map(
        (person) => html`<li><button type="button" ?disabled=${this.busy} @click=${() => this.#asInvented(person.login)}>
          ${icon(ROLE_ICONS[person.role] || 'user')}<span><b>${words(`role.${person.role}`)}</b><span>${person.name}</span></span></button></li>`,
      )}</ul>
      <p class="or"><span>${words('sign-in.or-password')}</span></p>
    </section>`;
  }

  #asInvented(login) {
    return this.#try('/api/v1/access/demo-sign-in', { login, device: localStorage.getItem(DEVICE) || 'own' });
  }

  /** @param {SubmitEvent & {target: HTMLFormElement}} event */
  async #send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const typed = (name) => String(form.get(name) || '');
    this.trouble = faultOf(event.target, this.words);
    if (this.trouble !== '') {
      return;
    }
    if (this.mustChange) {
      await this.#try('/api/v1/access/password', { old: typed('old') || this.#temporary, new: typed('new') });
    } else if (this.setup !== null) {
      const name = said(form, 'name');
      await this.#try('/api/v1/access/setup', {
        token: this.setup, login: said(form, 'login'), name, given: name.split(/\s+/)[0], password: typed('password'),
      });
    } else {
      this.#temporary = typed('password');
      await this.#try('/api/v1/access/sign-in', { login: said(form, 'login'), password: this.#temporary, device: this.device });
    }
  }

  async #try(address, body) {
    this.busy = true;
    this.trouble = '';
    const answer = await post(address, body, { signal: this.#asked.signal }).catch(unlessGivenUp);
    if (answer === undefined) {
      return;
    }
    this.busy = false;
    if (!answer.ok) {
      this.#failed(problemWords(answer, this.words), answer.code.startsWith('password-') && this.mustChange ? 'new' : 'password');
      this.#slow(answer.retryAfter || 0);
    } else if (answer.body.mustChange) {
      this.mustChange = true;
      void this.updateComplete.then(() => this.querySelector('input').focus());
    } else {
      location.assign(this.to === '/' ? homeOf(answer.body) : this.to);
    }
  }

  #failed(words, name) {
    this.trouble = words;
    void this.updateComplete.then(() => (this.querySelector(`[name="${name}"]`) || this.querySelector('input')).focus());
  }

  /** Holds the button for as long as the server would turn an attempt away. */
  #slow(seconds) {
    clearInterval(this.#ticker);
    this.waits = seconds;
    this.#ticker = setInterval(() => {
      this.waits = Math.max(0, this.waits - 1);
      if (this.waits === 0) {
        clearInterval(this.#ticker);
      }
    }, 1000);
  }
}

const ROLE_ICONS = {
  nurse: 'nurse',
  'ward-coordinator': 'clipboard-check',
  doctor: 'stethoscope',
  cleaner: 'spray',
  porter: 'wheelchair',
  'logistics-coordinator': 'truck',
  'bed-manager': 'bed',
  laboratory: 'flask',
  secretary: 'file-text',
  leader: 'chart-bar',
  municipality: 'building-community',
  'integration-engineer': 'route',
  administrator: 'settings',
  auditor: 'report-search',
};

/** In the order in which a ward would name them. */
const ROLES = Object.keys(ROLE_ICONS);

customElements.define('flyt-sign-in-form', SignInForm);
