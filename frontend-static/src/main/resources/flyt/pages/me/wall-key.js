import { html, nothing } from 'lit';
import { post } from '../core/api.js';
import { said } from '../core/fields.js';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';

const ADDRESS = '/api/v1/access/wall-key';

/**
 * What somebody signs in with at a wall: `<flyt-wall-key .words .page>`. A new code, shown once, or the number of a card. `page` says
 * what came of it.
 */
export class WallKey extends LightElement {
  static properties = { words: { attribute: false }, page: { attribute: false }, code: { state: true } };

  constructor() {
    super();
    /** The new code, until the page is left. */
    this.code = '';
  }

  render() {
    const { words, code } = this;
    return html`<div class="doing"><button type="button" @click=${this.#newCode}>${icon('key')}${words('me.wall-new-code')}</button></div>
      ${code === '' ? nothing : html`<p class="once" role="status"><code>${code.slice(0, 4)} ${code.slice(4)}</code> ${words('me.wall-code-once')}</p>`}
      <form @submit=${this.#keepCard}><div class="fields"><div class="field"><label for="card">${words('me.wall-card')}</label>
        <input id="card" name="card" maxlength="64" autocomplete="off" spellcheck="false" required aria-describedby="card-hint" />
        <small id="card-hint">${words('me.wall-card-hint')}</small></div></div>
        <button type="submit">${words('me.wall-keep-card')}</button></form>`;
  }

  async #newCode() {
    const answer = await post(ADDRESS, {});
    if (this.page.told(answer, this.words('me.wall-code-made'))) {
      this.code = answer.body.code;
    }
  }

  /** @param {SubmitEvent & {target: HTMLFormElement}} event */
  async #keepCard(event) {
    event.preventDefault();
    const form = event.target;
    const card = said(new FormData(form), 'card');
    if (card !== '' && this.page.told(await post(ADDRESS, { card }), this.words('me.wall-card-kept'))) {
      form.reset();
    }
  }
}

customElements.define('flyt-wall-key', WallKey);
