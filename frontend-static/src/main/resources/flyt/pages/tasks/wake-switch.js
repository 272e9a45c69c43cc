import { html, nothing } from 'lit';
import { get, put, remove } from '../core/api.js';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';

const MINE = '/api/v1/access/wake';

/**
 * Whether this phone is woken when work is offered to it while it sleeps: `<flyt-wake-switch .words>`. Nobody is asked for leave before
 * they press it, and a browser that cannot says so. It ends with the sign-in.
 */
export class WakeSwitch extends LightElement {
  static properties = { words: { attribute: false }, how: { state: true } };

  #key = null;

  constructor() {
    super();
    /** @type {'unknown' | 'cannot' | 'off' | 'on' | 'denied' | 'failed'} */
    this.how = 'unknown';
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#ask();
  }

  render() {
    const { words, how } = this;
    if (how === 'unknown') {
      return nothing;
    }
    const told = how === 'off' ? nothing : html`<p role="status">${words(`wake.${how}`)}</p>`;
    return html`<div class="wake">${told}${
      how === 'cannot' || how === 'denied'
        ? nothing
        : html`<button type="button" aria-pressed=${how === 'on'} @click=${() => (how === 'on' ? this.#turnOff() : this.#turnOn())}>${icon('volume')}${words(how === 'on' ? 'wake.stop' : 'wake.begin')}</button>`
    }</div>`;
  }

  /** A server that wakes nobody has no key, and nothing is said of it. */
  async #ask() {
    const answer = await get(MINE);
    if (answer.ok && answer.body.key) {
      this.#key = answer.body.key;
      this.how = !canBeWoken() ? 'cannot' : answer.body.on ? 'on' : 'off';
    }
  }

  async #turnOn() {
    if ((await Notification.requestPermission()) !== 'granted') {
      this.how = 'denied';
      return;
    }
    try {
      const { pushManager } = await navigator.serviceWorker.ready;
      await forget(pushManager);
      const { endpoint } = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: this.#key });
      this.how = (await put(MINE, { endpoint })).ok ? 'on' : 'failed';
    } catch {
      this.how = 'failed';
    }
  }

  async #turnOff() {
    this.how = (await remove(MINE)).ok ? 'off' : 'failed';
    await forget((await navigator.serviceWorker.ready).pushManager);
  }
}

/** Of a browser without encryption, of most that are no installed app on iOS, and of old ones: no. */
function canBeWoken() {
  return Boolean(navigator.serviceWorker) && 'PushManager' in window && 'Notification' in window;
}

/** What was agreed on this phone before, by whomever. */
async function forget(pushManager) {
  const before = await pushManager.getSubscription();
  if (before !== null) {
    await before.unsubscribe();
  }
}

customElements.define('flyt-wake-switch', WakeSwitch);
