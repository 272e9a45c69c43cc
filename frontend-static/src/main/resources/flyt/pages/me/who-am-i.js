import { html, nothing } from 'lit';
import { post } from '../core/api.js';
import { untouchedMs } from '../core/attended.js';
import { LightElement } from '../core/light-element.js';
import { looksBack, travels } from '../core/look-back.js';
import { askAgain, placesOf, signInAddress, whoLooks } from '../core/me.js';
import { icon } from '../glyphs/glyph.js';

const LOOK_MS = 15_000;
const TELL_MS = 60_000;

/**
 * Who is signed in here, and the way to their pages and out: `<who-am-i .words>`. On a shared device, and in the demo, the user
 * is changed with one tap. A shared device that nobody touches signs out by itself. On a wall it shows nothing.
 *
 *     <details><summary>IS</summary><div class="menu">Ingrid Solheim, Sykepleier <ul>…</ul></div></details>
 */
export class WhoAmI extends LightElement {
  static properties = { words: { attribute: false }, me: { state: true }, trouble: { state: true } };

  #ticker = 0;
  #heardAt = Date.now();
  #outside = (event) => {
    if (!this.contains(event.target) || event.key === 'Escape') {
      this.#shut(event.key === 'Escape');
    }
  };

  constructor() {
    super();
    /** @type {import('../core/me.js').Me | null} */
    this.me = null;
    this.trouble = false;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#outside);
    document.addEventListener('keydown', this.#outside);
    this.#ticker = setInterval(() => void this.#look(), LOOK_MS);
    void whoLooks().then((me) => (this.me = me));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#outside);
    document.removeEventListener('keydown', this.#outside);
    clearInterval(this.#ticker);
  }

  render() {
    const { words, me } = this;
    if (!words || me === null) {
      return nothing;
    }
    if (me.kind === 'nobody') {
      return html`<a class="way-in" href=${signInAddress(location)}>${icon('login-2')}${words('me.sign-in')}</a>`;
    }
    return me.kind === 'person' ? html`${this.#change(words, me)}${this.#menu(words, me)}` : nothing;
  }

  #menu(words, me) {
    return html`<details>
      <summary><span class="badge" aria-hidden="true">${initialsOf(me.name)}</span><span class="visually-hidden">${me.name}, ${rolesOf(me, words)}</span></summary>
      <div class="menu"><p class="whose" aria-hidden="true"><b>${me.name}</b><span>${rolesOf(me, words)}</span></p><ul>
        ${placesOf(me).map((place) => html`<li><a href=${place.href} aria-current=${place.href === location.pathname ? 'page' : nothing}>
          ${icon(place.icon)}${words(place.key)}</a></li>`)}
        <li><a href="/">${icon('building-hospital')}${words('place.start')}</a></li>
        ${me.may.views.includes('past') && travels(location) && !looksBack()
          ? html`<li><button type="button" class="travel" @click=${() => document.dispatchEvent(new Event('time-travel'))}>${icon('history')}${words('past.label')}</button></li>`
          : nothing}
        <li><button type="button" @click=${() => this.#leave()}>${icon('logout')}${words('me.sign-out')}</button></li>
      </ul></div>
      <p role="alert">${this.trouble ? words('problem.unreachable') : ''}</p>
    </details>`;
  }

  #change(words, me) {
    return me.device === 'shared' || me.demo
      ? html`<button class="change-user" type="button" @click=${() => this.#leave()}>${icon('switch')}<span class="words">${words('me.change-user')}</span></button>`
      : nothing;
  }

  #shut(refocus) {
    const details = this.querySelector('details');
    if (details !== null && details.open) {
      details.open = false;
      if (refocus) {
        details.querySelector('summary').focus();
      }
    }
  }

  async #leave(why = '') {
    const answer = await post('/api/v1/access/sign-out', {});
    this.trouble = !answer.ok && answer.status !== 401;
    if (!this.trouble) {
      location.assign(signInAddress(location, why));
    }
  }

  /* A shared device left alone signs out. Otherwise the server hears now and then that somebody is here, and says if they are not. */
  async #look() {
    const { me } = this;
    if (me === null || me.kind !== 'person') {
      return;
    }
    if (me.device === 'shared' && untouchedMs() >= me.idleSeconds * 1000) {
      await this.#leave('idle');
    } else if (untouchedMs() < TELL_MS && Date.now() - this.#heardAt >= TELL_MS) {
      this.#heardAt = Date.now();
      const now = await askAgain();
      if (now !== null && now.kind === 'nobody') {
        location.assign(signInAddress(location, 'signed-out'));
      }
    }
  }
}

/** `HL`: of the first name and the last. @param {string} name */
function initialsOf(name) {
  const names = name.split(/\s+/).filter((one) => one !== '');
  return [names[0], ...names.slice(1).slice(-1)].map((one) => (one || '').slice(0, 1).toUpperCase()).join('');
}

/** What somebody works as: `Sykepleier`, or the first of several with how many more. @param {import('../core/me.js').Me} me */
function rolesOf(me, words) {
  const roles = [...new Set(me.grants.map((grant) => words(`role.${grant.role}`)))];
  return roles.length < 2 ? roles.join('') : words('me.roles', { role: roles[0], more: roles.length - 1 });
}

customElements.define('who-am-i', WhoAmI);
