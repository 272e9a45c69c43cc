import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { get, patch, post } from '../core/api.js';
import { field } from '../core/fields.js';
import { SignedInPage } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import '../core/ask-once.js';
import '../core/once-shown.js';
import './account-form.js';
import { hospitalsWithZones } from './hospitals.js';
import { grantWords } from './reach-words.js';

const ACCOUNTS = '/api/v1/access/accounts';

/**
 * Where an administrator lets people in and looks after their accounts: `<flyt-accounts-page>`.
 *
 * @typedef {{id: string, login: string | null, name: string, given: string, language: string, issuer: string | null,
 *   mustChange: boolean, disabledAt: string | null, grants: import('../core/me.js').Grant[]}} Account
 */
export class AccountsPage extends SignedInPage {
  static properties = { accounts: { state: true }, hospitals: { state: true }, editing: { state: true }, secret: { state: true }, sought: { state: true } };

  constructor() {
    super();
    /** @type {Account[] | null} */
    this.accounts = null;
    this.hospitals = [];
    /** `new`, the id of the account that is being changed, or nothing. */
    this.editing = '';
    /** A password for the first time, shown once. @type {{name: string, login: string, password: string} | null} */
    this.secret = null;
    this.sought = '';
  }

  async begin() {
    const hospitals = await hospitalsWithZones(this.asked.signal);
    if (this.told(hospitals)) {
      this.hospitals = hospitals.body;
      await this.#look();
    }
  }

  async #look() {
    const answer = await get(ACCOUNTS, { signal: this.asked.signal });
    if (answer.ok) {
      this.accounts = answer.body.accounts;
    } else {
      this.told(answer);
    }
  }

  render() {
    const { words } = this;
    return words === null ? nothing : this.frame(words('place.accounts'), words('accounts.lead'), () => this.#content(words));
  }

  #content(words) {
    if (this.accounts === null || this.hospitals.length === 0) {
      return this.accounts === null ? nothing : html`<p class="lead">${words('start.none')}</p>`;
    }
    const changed = this.accounts.find((account) => account.id === this.editing) || null;
    return html`${this.secret === null
        ? nothing
        : html`<once-shown .words=${words} .heading=${words('accounts.password-of', this.secret)} .secret=${this.secret.password}
            @close=${() => (this.secret = null)}></once-shown>`}
      ${this.editing === 'new' || changed !== null
        ? repeat([this.editing], (id) => id, () => html`<flyt-account-form .words=${words} .hospitals=${this.hospitals} .account=${changed}
            @said=${(event) => this.#save(changed, event.detail)} @stop=${() => (this.editing = '')}></flyt-account-form>
            ${changed === null ? nothing : this.#deeds(changed, words)}`)
        : html`<button class="main add" type="button" @click=${() => (this.editing = 'new')}>${icon('user-plus')}${words('accounts.add')}</button>`}
      ${this.#list(words)}`;
  }

  #list(words) {
    const sought = this.sought.trim().toLowerCase();
    const shown = this.accounts.filter((account) => `${account.name} ${account.login || ''}`.toLowerCase().includes(sought));
    return html`<div class="card">
      ${this.accounts.length < 8
        ? nothing
        : html`<div class="sought">${field('sought', words('accounts.search'), { type: 'search', value: this.sought, optional: true, input: (event) => (this.sought = event.target.value) })}</div>`}
      <table>
        <caption>${words(shown.length === 1 ? 'accounts.count-one' : 'accounts.count', { count: shown.length })}</caption>
        <thead><tr>${['person', 'login', 'roles', 'state'].map((head) => html`<th scope="col">${words(`accounts.${head}`)}</th>`)}<th scope="col"><span class="visually-hidden">${words('form.doing')}</span></th></tr></thead>
        <tbody>${repeat(shown, (account) => account.id, (account) => this.#row(account, words))}</tbody>
      </table></div>`;
  }

  #row(account, words) {
    return html`<tr data-key=${account.id} class=${account.disabledAt === null ? nothing : 'off'}>
      <th scope="row">${icon('user')}<span>${account.name}</span></th>
      <td data-label=${words('accounts.login')}>${account.login || words('accounts.of-provider')}</td>
      <td data-label=${words('accounts.roles')}>${account.grants.map((grant) => html`<span class="line">${grantWords(grant, this.hospitals, words)}</span>`)}
        ${account.grants.length === 0 ? words('accounts.no-role') : nothing}</td>
      <td data-label=${words('accounts.state')}>${state(account, words)}</td>
      <td class="doing"><button type="button" @click=${() => this.#edit(account)}>${words('form.change')}</button></td>
    </tr>`;
  }

  /** What is done about an account at once, beside its form. */
  #deeds(account, words) {
    const ask = (deed, yes) => html`<ask-once .words=${words} .label=${words(`accounts.${deed}`)} .question=${words(`accounts.${deed}-sure`, account)} @yes=${yes}></ask-once>`;
    if (account.disabledAt !== null) {
      return html`<div class="card doing"><button type="button" @click=${() => this.#change(account, { disabled: false }, 'accounts.enabled')}>
        ${words('accounts.enable')}</button></div>`;
    }
    return html`<div class="card doing">
      ${account.login === null ? nothing : ask('new-password', () => this.#newPassword(account))}
      ${ask('sign-out', () => this.#change(account, { signOut: true }, 'accounts.signed-out'))}
      ${ask('disable', () => this.#change(account, { disabled: true }, 'accounts.disabled'))}
    </div>`;
  }

  #edit(account) {
    this.secret = null;
    this.editing = account.id;
  }

  async #save(changed, who) {
    if (changed !== null) {
      await this.#change(changed, who, 'screens.saved');
      return;
    }
    const answer = await post(ACCOUNTS, who);
    if (this.told(answer)) {
      this.secret = answer.body;
      this.editing = '';
      await this.#look();
    }
  }

  async #newPassword(account) {
    const answer = await this.#change(account, { newPassword: true }, 'accounts.changed');
    this.secret = answer.ok ? answer.body : null;
  }

  async #change(account, changes, done) {
    const answer = await patch(`${ACCOUNTS}/${encodeURIComponent(account.id)}`, changes);
    if (this.told(answer, this.words(done, { name: changes.name || account.name }))) {
      this.editing = '';
      await this.#look();
    }
    return answer;
  }
}

function state(account, words) {
  if (account.disabledAt !== null) {
    return html`<span class="chip crit">${words('accounts.state-disabled')}</span>`;
  }
  return account.mustChange
    ? html`<span class="chip info">${words('accounts.state-new')}</span>`
    : html`<span class="chip ok">${words('accounts.state-active')}</span>`;
}

customElements.define('flyt-accounts-page', AccountsPage);
