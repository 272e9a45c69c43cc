import { html } from 'lit';

const STORE = 'flyt.keys-off';
const KEYS = [
  ['/', 'keys.search'],
  ['← ↑ → ↓', 'keys.arrows'],
  ['M', 'keys.move'],
  ['Enter', 'keys.enter'],
  ['Esc', 'keys.escape'],
  ['?', 'keys.help'],
];

/** Whether keys of one letter do nothing on this device: some people's hands or voices press them by chance. */
export function keysOff() {
  return localStorage.getItem(STORE) === 'true';
}

/**
 * What the keys do, and the switch for those of one letter.
 * @param {() => void} changed @param {() => void} close
 */
export function keySheet(words, changed, close) {
  const turn = (event) => {
    localStorage.setItem(STORE, String(!event.target.checked));
    changed();
  };
  return html`<section class="panel card keys" aria-label=${words('keys.title')}><h2>${words('keys.title')}</h2>
    <dl>${KEYS.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${words(does)}</dd>`)}</dl>
    <label class="tick"><input type="checkbox" .checked=${!keysOff()} @change=${turn} />${words('keys.single')}</label>
    <p class="ways"><button type="button" @click=${close}>${words('capacity.close')}</button></p></section>`;
}
