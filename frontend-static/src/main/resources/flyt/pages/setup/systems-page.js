import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { get, patch, post } from '../core/api.js';
import { SignedInPage } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import '../core/ask-once.js';
import '../core/once-shown.js';
import './client-form.js';
import { scopeWords } from './scope-words.js';

const CLIENTS = '/api/v1/access/clients';

/**
 * Where an administrator gives systems their credentials: `<flyt-systems-page>`.
 *
 * @typedef {{id: string, name: string, kind: string, hospital: string, scopes: string[], sources: string[] | null,
 *   addresses: string[], revokedAt: string | null}} Client
 */
export class SystemsPage extends SignedInPage {
  static properties = { clients: { state: true }, hospitals: { state: true }, adding: { state: true }, secret: { state: true } };

  #scopes = {};

  constructor() {
    super();
    /** @type {Client[] | null} */
    this.clients = null;
    this.hospitals = [];
    this.adding = false;
    /** A secret, shown once. @type {{name: string, id: string, secret: string} | null} */
    this.secret = null;
  }

  async begin() {
    const hospitals = await get('/api/v1/hospitals', { signal: this.asked.signal });
    if (this.told(hospitals)) {
      this.hospitals = hospitals.body.hospitals;
      await this.#look();
    }
  }

  async #look() {
    const answer = await get(CLIENTS, { signal: this.asked.signal });
    if (answer.ok) {
      this.#scopes = answer.body.scopes;
      this.clients = answer.body.clients;
    } else {
      this.told(answer);
    }
  }

  render() {
    const { words } = this;
    return words === null ? nothing : this.frame(words('place.systems'), words('systems.lead'), () => this.#content(words));
  }

  #content(words) {
    if (this.clients === null || this.hospitals.length === 0) {
      return this.clients === null ? nothing : html`<p class="lead">${words('start.none')}</p>`;
    }
    const everywhere = this.me.grants.some((grant) => grant.role === 'administrator' && grant.hospital === '*');
    return html`${this.secret === null
        ? nothing
        : html`<once-shown .words=${words} .heading=${words('systems.secret-of', this.secret)} .secret=${this.secret.secret}
            @close=${() => (this.secret = null)}></once-shown>`}
      ${this.adding
        ? html`<flyt-client-form .words=${words} .hospitals=${this.hospitals} .scopes=${this.#scopes} .everywhere=${everywhere}
            @said=${(event) => this.#create(event.detail)} @stop=${() => (this.adding = false)}></flyt-client-form>`
        : html`<button class="main add" type="button" @click=${() => (this.adding = true)}>${icon('plus')}${words('systems.add')}</button>`}
      ${this.clients.length === 0 ? html`<p class="lead">${words('systems.none')}</p>` : this.#list(words)}`;
  }

  #list(words) {
    return html`<div class="card"><table>
      <caption>${words(this.clients.length === 1 ? 'systems.count-one' : 'systems.count', { count: this.clients.length })}</caption>
      <thead><tr>${['name', 'id', 'may', 'from', 'state'].map((head) => html`<th scope="col">${words(`systems.${head}`)}</th>`)}<th scope="col"><span class="visually-hidden">${words('form.doing')}</span></th></tr></thead>
      <tbody>${repeat(this.clients, (client) => client.id, (client) => this.#row(client, words))}</tbody>
    </table></div>`;
  }

  #row(client, words) {
    const off = client.revokedAt !== null;
    return html`<tr data-key=${client.id} class=${off ? 'off' : nothing}>
      <th scope="row">${icon('plug-connected')}<span>${client.name}<small>${words(`systems.kind-${client.kind}`)}</small></span></th>
      <td data-label=${words('systems.id')}><code>${client.id}</code></td>
      <td data-label=${words('systems.may')}>${client.scopes.map((scope) => html`<span class="line">${scopeWords(scope, words)}</span>`)}</td>
      <td data-label=${words('systems.from')}>${client.addresses.length === 0 ? words('systems.anywhere') : client.addresses.join(', ')}
        ${client.sources === null ? nothing : html`<small>${words('systems.as', { sources: client.sources.join(', ') })}</small>`}</td>
      <td data-label=${words('systems.state')}><span class="chip ${off ? 'crit' : 'ok'}">${words(off ? 'systems.state-revoked' : 'systems.state-active')}</span></td>
      <td class="doing">${off
        ? nothing
        : html`<ask-once .words=${words} .label=${words('systems.renew')} .question=${words('systems.renew-sure', client)} @yes=${() => this.#renew(client)}></ask-once>
            <ask-once .words=${words} .label=${words('systems.revoke')} .question=${words('systems.revoke-sure', client)} @yes=${() => this.#revoke(client)}></ask-once>`}</td>
    </tr>`;
  }

  async #create(client) {
    const answer = await post(CLIENTS, client);
    if (this.told(answer)) {
      this.secret = answer.body;
      this.adding = false;
      await this.#look();
    }
  }

  async #renew(client) {
    const answer = await patch(`${CLIENTS}/${encodeURIComponent(client.id)}`, { newSecret: true });
    this.secret = this.told(answer) ? { name: client.name, ...answer.body } : null;
  }

  async #revoke(client) {
    const answer = await patch(`${CLIENTS}/${encodeURIComponent(client.id)}`, { revoked: true });
    if (this.told(answer, this.words('systems.revoked', client))) {
      await this.#look();
    }
  }
}

customElements.define('flyt-systems-page', SystemsPage);
