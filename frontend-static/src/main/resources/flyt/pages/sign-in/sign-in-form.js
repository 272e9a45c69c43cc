import { html, nothing } from 'lit';
import { post } from '../core/api.js';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';

/**
 * Where staff sign in: `<flyt-sign-in-form .words .ways .to>`. The hospital's own way first, a local account below; a demo's
 * invented people with one tap each. Whoever has been given a password chooses one of their own before anything else.
 */
export class SignInForm extends LightElement {
  static properties = {
    words: { attribute: false },
    ways: { attribute: false },
    to: { attribute: false },
    trouble: { state: true },
    busy: { state: true },
    step: { state: true },
    shown: { state: true },
  };

  #asked = new AbortController();

  constructor() {
    super();
    this.trouble = '';
    this.busy = false;
    /** @type {'password' | 'change' | 'setup'} */
    this.step = location.hash.startsWith('#setup=') ? 'setup' : 'password';
    this.shown = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asked.abort();
  }

  render() {
    const { words } = this;
    return html`${this.step === 'password' ? this.#ways(words) : nothing}
      <form novalidate @submit=${this.#send} aria-busy=${String(this.busy)}>
        ${{ password: () => this.#password(words), change: () => this.#change(words), setup: () => this.#setup(words) }[this.step]()}
        <p class="trouble" role="alert">${this.trouble}</p>
        <button class="main" type="submit" ?disabled=${this.busy}>${words(`sign-in.send-${this.step}`)}</button>
      </form>
      ${this.step === 'password' ? this.#demo(words) : nothing}`;
  }

  #ways(words) {
    const { oidc } = this.ways;
    return oidc === null
      ? nothing
      : html`<a class="main" href="/api/v1/access/oidc/start?to=${encodeURIComponent(this.to)}">
            ${icon('shield')}<span>${words('sign-in.with', { name: oidc.name })}</span>${icon('arrow-right')}</a>
          <p class="or"><span>${words('sign-in.or-local')}</span></p>`;
  }

  #password(words) {
    return html`${field('login', words('sign-in.login'), 'text', 'username')}
      ${this.#secret('password', words('sign-in.password'), 'current-password', words)}
      <label class="tick"><input type="checkbox" name="shared" /><span>${words('sign-in.shared')}</span></label>`;
  }

  #change(words) {
    return html`<p class="lead">${words('sign-in.change-lead')}</p>
      ${this.#secret('old', words('sign-in.old-password'), 'current-password', words)}
      ${this.#secret('new', words('sign-in.new-password'), 'new-password', words)}`;
  }

  #setup(words) {
    return html`<p class="lead">${words('sign-in.setup-lead')}</p>
      ${field('name', words('sign-in.name'), 'text', 'name')} ${field('login', words('sign-in.login'), 'text', 'username')}
      ${this.#secret('password', words('sign-in.new-password'), 'new-password', words)}`;
  }

  #secret(name, label, complete, words) {
    return html`<div class="field"><label for=${name}>${label}</label>
      <span class="secret"><input id=${name} name=${name} type=${this.shown ? 'text' : 'password'} autocomplete=${complete} required />
        <button type="button" aria-pressed=${String(this.shown)} aria-label=${words('sign-in.show')} @click=${() => (this.shown = !this.shown)}>
          ${icon(this.shown ? 'eye-off' : 'eye')}</button></span></div>`;
  }

  #demo(words) {
    const people = this.ways.demoAccounts;
    return people.length === 0
      ? nothing
      : html`<section class="demo" aria-label=${words('sign-in.demo')}>
          <h2>${words('sign-in.demo')}</h2>
          <p>${words('sign-in.demo-lead')}</p>
          <ul>${people.map(
            (person) => html`<li><button type="button" ?disabled=${this.busy} @click=${() => this.#asInvented(person.login)}>
              <b>${person.name}</b><span>${words(`role.${person.role}`)}</span></button></li>`,
          )}</ul>
        </section>`;
  }

  async #asInvented(login) {
    await this.#try('/api/v1/access/demo-sign-in', { login, device: 'own' });
  }

  /** @param {SubmitEvent} event */
  async #send(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const said = (name) => String(form.get(name) || '');
    if (this.step === 'change') {
      await this.#try('/api/v1/access/password', { old: said('old'), new: said('new') });
    } else if (this.step === 'setup') {
      const name = said('name').trim();
      const token = location.hash.slice('#setup='.length);
      await this.#try('/api/v1/access/setup', {
        token, login: said('login').trim(), name, given: name.split(/\s+/)[0], password: said('password'),
      });
    } else {
      const device = form.has('shared') ? 'shared' : 'own';
      await this.#try('/api/v1/access/sign-in', { login: said('login').trim(), password: said('password'), device });
    }
  }

  async #try(address, body) {
    this.busy = true;
    this.trouble = '';
    const answer = await post(address, body, { signal: this.#asked.signal });
    this.busy = false;
    if (!answer.ok) {
      this.trouble = this.#words(answer);
      this.updateComplete.then(() => this.querySelector('input')?.focus());
    } else if (answer.body.mustChange) {
      this.step = 'change';
    } else {
      location.assign(this.to);
    }
  }

  /** What went wrong in the reader's words; an unknown code is told by its name, so that IT can be told. */
  #words(problem) {
    const { words } = this;
    if (problem.code === 'too-many') {
      return words('sign-in.too-many', { seconds: problem.retryAfter || 30 });
    }
    return KNOWN_TROUBLE.includes(problem.code) ? words(`sign-in.${problem.code}`) : words('sign-in.failed', { code: problem.code });
  }
}

const KNOWN_TROUBLE = [
  'unreachable', 'wrong-credentials', 'password-too-short', 'password-too-long', 'password-too-common', 'password-unchanged',
  'link-spent', 'login-taken', 'faulty-request',
];

function field(name, label, type, complete) {
  return html`<div class="field"><label for=${name}>${label}</label>
    <input id=${name} name=${name} type=${type} autocomplete=${complete} autocapitalize="none" spellcheck="false" required /></div>`;
}

customElements.define('flyt-sign-in-form', SignInForm);
