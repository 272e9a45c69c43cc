import { html, nothing } from 'lit';
import { logo } from '../glyphs/logo.js';
import { LANGUAGES, loadWords } from './words.js';
import { LightElement } from './light-element.js';
import { placesOf, signInAddress, whoLooks } from './me.js';
import { problemWords } from './problem-words.js';
import { wearOfDevice } from './theme.js';
import '../me/invented-strip.js';
import '../me/who-am-i.js';

/**
 * A page for somebody who is signed in: it knows who looks and speaks their language, has the head with the ways to the other
 * pages, and says what came of what they asked for. Whoever is not signed in is sent to the sign-in page and comes back.
 */
export class SignedInPage extends LightElement {
  static properties = { words: { state: true }, me: { state: true }, trouble: { state: true }, done: { state: true } };

  /** Given up when the page goes. */
  asked = new AbortController();

  constructor() {
    super();
    /** @type {import('./words.js').Words | null} */
    this.words = null;
    /** @type {import('./me.js').Me | null} */
    this.me = null;
    this.language = 'nb';
    this.trouble = '';
    this.done = '';
  }

  connectedCallback() {
    super.connectedCallback();
    wearOfDevice();
    this.#start().catch(unlessGivenUp);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.asked.abort();
  }

  async #start() {
    const me = await whoLooks();
    this.language = languageOf(location, me);
    document.documentElement.lang = this.language;
    this.words = await loadWords(this.language);
    if (me === null) {
      this.trouble = this.words('problem.unreachable');
    } else if (me.kind !== 'person' || me.mustChange) {
      location.assign(signInAddress(location));
    } else {
      this.me = me;
      await this.begin();
    }
  }

  /** What a page does first when it knows who looks. */
  async begin() {}

  /**
   * Says what came of a request; whoever is not signed in any more goes to the sign-in page.
   * @param {import('./api.js').Done | import('./api.js').Problem} answer
   * @param {string} [done] what to say when it came out right
   * @returns {boolean} whether it did
   */
  told(answer, done = '') {
    if (answer.ok) {
      this.trouble = '';
      this.done = done;
    } else if (answer.code === 'sign-in-needed') {
      location.assign(signInAddress(location, 'signed-out'));
    } else {
      this.done = '';
      this.trouble = problemWords(answer, this.words);
    }
    return answer.ok;
  }

  /** The page around its content. @param {string} title @param {string} lead */
  frame(title, lead, content) {
    const { words, me } = this;
    if (words === null) {
      return nothing;
    }
    document.title = `${title} · Flyt`;
    return html`${this.above()}
      <div class="desk setup">
        ${this.head(title, lead)}
        ${me === null ? nothing : ways(me, words)}
        <main>
          <p class="trouble" role="alert">${this.trouble}</p>
          <p class="done" role="status">${this.done}</p>
          ${me === null ? nothing : content()}
        </main>
        ${this.below()}
      </div>`;
  }

  /** Over all of it: that the people are invented, where they are. */
  above() {
    return html`<invented-strip .words=${this.words}></invented-strip>`;
  }

  head(title, lead) {
    const { words } = this;
    return html`<header class="top">
      <a class="home" href="/" aria-label=${words('place.start')}>${logo()}</a>
      <h1>${title} <span>${lead}</span></h1>
      <who-am-i .words=${words}></who-am-i>
    </header>`;
  }

  /** Under the content; nothing by default. */
  below() {
    return nothing;
  }
}

/** To the other pages for the same work; one's own page stands in the menu. */
function ways(me, words) {
  const places = placesOf(me).filter((place) => place.href !== '/me');
  return places.length < 2 ? nothing : html`<nav class="ways" aria-label=${words('place.ways')}>${places.map(
    (place) => html`<a href=${place.href} aria-current=${place.href === location.pathname ? 'page' : nothing}>${words(place.key)}</a>`,
  )}</nav>`;
}

/** The language of a page: as its address says, else as its reader's account, else as this device was told last. */
export function languageOf(page, me) {
  const said = [new URLSearchParams(page.search).get('lang'), me && me.language, localStorage.getItem('flyt.language')];
  return said.find((language) => LANGUAGES.includes(language)) || 'nb';
}

/** A request that was given up with its page is no fault. */
export function unlessGivenUp(fault) {
  if (fault.name !== 'AbortError') {
    throw fault;
  }
}
