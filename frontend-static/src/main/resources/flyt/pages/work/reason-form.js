import { html, nothing } from 'lit';

/**
 * Asks why before something is done: ready reasons, the first one chosen, or one's own words, which win; then the buttons that do it.
 * The first of those has the keyboard, so that Enter is enough.
 *
 * @param {{words: import('../core/words.js').Words, title: string, reasons: string[], barred: boolean, away: () => void,
 *   sends: {text: string, name: string, kind?: string, send: (reason: string) => void}[]}} asked
 *   `name`: of a button, for a screen reader; empty: its text
 */
export function reasonForm({ words, title, reasons, sends, barred, away }) {
  const why = (event) => reasonOf(event.target.closest('form'));
  return html`<form class="asks" @submit=${(event) => event.preventDefault()}>
    <fieldset><legend>${title}</legend>
      <div class="ready">${reasons.map(
        (reason, index) => html`<label><input type="radio" name="reason" value=${reason} ?checked=${index === 0} /><span>${reason}</span></label>`,
      )}</div>
      <label class="own"><span>${words('work.own-words')}</span><input name="own" type="text" maxlength="120" autocomplete="off" /></label>
    </fieldset>
    <div class="sends">${sends.map(
      ({ text, name, kind, send }, index) => html`<button type="button" class=${`main ${kind || ''}`} data-first=${index === 0 ? '' : nothing} aria-label=${name || nothing}
        ?disabled=${barred} @click=${(event) => send(why(event))}>${text}</button>`,
    )}<button type="button" @click=${away}>${words('form.leave')}</button></div>
  </form>`;
}

function reasonOf(form) {
  const said = new FormData(form);
  return String(said.get('own') || '').trim() || String(said.get('reason') || '');
}
