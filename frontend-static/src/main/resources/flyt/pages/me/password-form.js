import { html } from 'lit';
import { post } from '../core/api.js';
import { faultOf } from '../core/fields.js';
import { LightElement } from '../core/light-element.js';

/** Where somebody gives themselves another password: `<flyt-password-form .words .page>`. `page` says what came of it. */
export class PasswordForm extends LightElement {
  static properties = { words: { attribute: false }, page: { attribute: false }, trouble: { state: true } };

  constructor() {
    super();
    this.trouble = '';
  }

  render() {
    const { words } = this;
    const secret = (name, complete, label) => html`<div class="field"><label for=${name}>${label}</label>
      <input id=${name} name=${name} type="password" autocomplete=${complete} required /></div>`;
    return html`<form novalidate @submit=${this.#send}>
      <div class="fields">${secret('old', 'current-password', words('me.old-password'))} ${secret('new', 'new-password', words('sign-in.new-password'))}</div>
      <p class="trouble" role="alert">${this.trouble}</p>
      <button type="submit">${words('me.change-password')}</button>
    </form>`;
  }

  /** @param {SubmitEvent & {target: HTMLFormElement}} event */
  async #send(event) {
    event.preventDefault();
    const form = event.target;
    this.trouble = faultOf(form, this.words);
    if (this.trouble !== '') {
      return;
    }
    const said = new FormData(form);
    const answer = await post('/api/v1/access/password', { old: said.get('old'), new: said.get('new') });
    if (this.page.told(answer, this.words('me.password-changed'))) {
      form.reset();
    }
  }
}

customElements.define('flyt-password-form', PasswordForm);
