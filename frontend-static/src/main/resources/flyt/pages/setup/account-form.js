import { html, nothing } from 'lit';
import { choice, faultOf, field, said } from '../core/fields.js';
import { LightElement } from '../core/light-element.js';
import { LANGUAGES } from '../core/words.js';
import { isWide } from './grants-field.js';

/**
 * Who somebody is, and what they work as and where: `<flyt-account-form .words .hospitals .account @said @stop>`. `account` is the
 * one to be changed; null: a new one. `said` carries what the server takes.
 */
export class AccountForm extends LightElement {
  static properties = {
    words: { attribute: false },
    hospitals: { attribute: false },
    account: { attribute: false },
    grants: { state: true },
    language: { state: true },
    given: { state: true },
    trouble: { state: true },
  };

  constructor() {
    super();
    this.account = null;
    this.trouble = '';
  }

  willUpdate(changed) {
    if (changed.has('account') || changed.has('hospitals')) {
      const hospital = this.hospitals[0].id;
      this.grants = this.account === null ? [{ role: 'nurse', hospital, wards: '*', zones: '*' }] : this.account.grants;
      this.language = this.account === null ? 'nb' : this.account.language;
      this.given = this.account === null ? '' : this.account.given;
    }
  }

  firstUpdated() {
    this.querySelector('#name').focus();
    this.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const { words, account } = this;
    const isNew = account === null;
    return html`<form class="card" novalidate @submit=${this.#send}>
      <h2>${isNew ? words('accounts.add') : words('screens.move', { name: account.name })}</h2>
      <div class="fields">
        ${field('name', words('sign-in.name'), { value: isNew ? '' : account.name, length: 120, input: isNew ? (event) => (this.given = event.target.value.trim().split(/\s+/)[0]) : undefined })}
        ${field('given', words('accounts.given'), { value: this.given, length: 60, hint: words('accounts.given-hint') })}
        ${isNew ? field('login', words('sign-in.login'), { length: 60, hint: words('accounts.login-hint') }) : nothing}
        ${choice('language', words('start.language'), LANGUAGES.map((language) => [language, words(`language.${language}`)]), this.language, (language) => (this.language = language))}
      </div>
      <h3>${words('accounts.roles')}</h3>
      <flyt-grants-field .words=${words} .hospitals=${this.hospitals} .grants=${this.grants} @changed=${(event) => (this.grants = event.detail)}></flyt-grants-field>
      <p class="warning" role="status">${isWide(this.grants) ? words('accounts.wide') : ''}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      <div class="doing"><button class="main" type="submit">${words(isNew ? 'accounts.create' : 'form.save')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('stop'))}>${words('form.leave')}</button></div>
    </form>`;
  }

  /** @param {SubmitEvent & {target: HTMLFormElement}} event */
  #send(event) {
    event.preventDefault();
    this.trouble = faultOf(event.target, this.words);
    if (this.trouble !== '') {
      return;
    }
    const form = new FormData(event.target);
    const who = { name: said(form, 'name'), given: said(form, 'given'), language: this.language, grants: this.grants };
    this.dispatchEvent(new CustomEvent('said', { detail: this.account === null ? { login: said(form, 'login'), ...who } : who }));
  }
}

customElements.define('flyt-account-form', AccountForm);
