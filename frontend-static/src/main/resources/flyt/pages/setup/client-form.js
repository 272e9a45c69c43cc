import { html, nothing } from 'lit';
import { cards, choice, faultOf, field, said, ticks } from '../core/fields.js';
import { LightElement } from '../core/light-element.js';
import { scopeWords } from './scope-words.js';

/**
 * A new system: what it is called, and what it may: `<flyt-client-form .words .hospitals .scopes .everywhere @said @stop>`. `scopes`
 * are those that the server's table of roles has for each kind; `everywhere`: whether this administrator may let it into every
 * hospital. `said` carries what the server takes.
 */
export class ClientForm extends LightElement {
  static properties = {
    words: { attribute: false },
    hospitals: { attribute: false },
    scopes: { attribute: false },
    everywhere: { attribute: false },
    kind: { state: true },
    hospital: { state: true },
    ticked: { state: true },
    trouble: { state: true },
  };

  constructor() {
    super();
    this.kind = 'integration';
    this.hospital = '';
    this.ticked = [];
    this.trouble = '';
  }

  willUpdate(changed) {
    if (changed.has('hospitals') && this.hospital === '') {
      this.hospital = this.hospitals[0].id;
    }
  }

  firstUpdated() {
    this.querySelector('#name').focus();
    this.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const { words } = this;
    const everywhere = this.everywhere ? [['*', words('accounts.every-hospital')]] : [];
    const hospitals = [...this.hospitals.map((one) => [one.id, one.name]), ...everywhere];
    const offered = this.scopes[this.kind];
    const group = (legend, all) => (all.length === 0 ? nothing : ticks(legend, all.map((scope) => [scope, scopeWords(scope, words)]), this.ticked, (ticked) => (this.ticked = ticked)));
    return html`<form class="card" novalidate @submit=${this.#send}>
      <h2>${words('systems.add')}</h2>
      <div class="fields">${field('name', words('screens.name'), { hint: words('systems.name-example'), length: 60 })}
        ${choice('hospital', words('screens.hospital'), hospitals, this.hospital, (id) => (this.hospital = id))}</div>
      ${cards('kind', words('systems.kind'), Object.keys(this.scopes).map((kind) => [kind, words(`systems.kind-${kind}`), words(`systems.kind-${kind}-lead`)]),
        this.kind, (kind) => {
          this.kind = kind;
          this.ticked = this.ticked.filter((scope) => this.scopes[kind].includes(scope));
        })}
      ${group(words('systems.reports'), offered.filter((scope) => scope.startsWith('report:')))}
      ${group(words('systems.more'), offered.filter((scope) => !scope.startsWith('report:')))}
      <div class="fields">
        ${field('sources', words('systems.sources'), { optional: true, hint: words('systems.sources-hint') })}
        ${field('addresses', words('systems.addresses'), { optional: true, hint: words('systems.addresses-hint') })}
      </div>
      <p class="trouble" role="alert">${this.trouble}</p>
      <div class="doing"><button class="main" type="submit">${words('systems.create')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('stop'))}>${words('form.leave')}</button></div>
    </form>`;
  }

  /** @param {SubmitEvent & {target: HTMLFormElement}} event */
  #send(event) {
    event.preventDefault();
    this.trouble = faultOf(event.target, this.words) || (this.ticked.length === 0 ? this.words('systems.nothing-ticked') : '');
    if (this.trouble !== '') {
      return;
    }
    const form = new FormData(event.target);
    const sources = listed(said(form, 'sources'));
    this.dispatchEvent(new CustomEvent('said', {
      detail: {
        name: said(form, 'name'),
        kind: this.kind,
        hospital: this.hospital,
        scopes: this.ticked,
        ...(sources.length === 0 ? {} : { sources }),
        addresses: listed(said(form, 'addresses')),
      },
    }));
  }
}

/** @param {string} text things with commas or spaces between */
function listed(text) {
  return text.split(/[\s,;]+/).filter((one) => one !== '');
}

customElements.define('flyt-client-form', ClientForm);
