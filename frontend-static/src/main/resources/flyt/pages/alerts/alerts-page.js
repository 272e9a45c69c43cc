import { html } from 'lit';
import { LivePage } from '../core/live-page.js';
import './alert-cards.js';

/** What must not go unnoticed in a hospital, on a page of its own: `<flyt-alerts-page>`. No patient. */
export class AlertsPage extends LivePage {
  name = 'alerts';

  streams() {
    return ['alerts'];
  }

  headOf(rows) {
    const level = rows.byKey.get('level');
    return level === undefined ? null : { ...level, name: level.hospitalName };
  }

  content({ rows, now }) {
    return html`<flyt-alert-cards .rows=${rows ? [...rows.byKey.values()] : []} .words=${this.words} .time=${this.time} .now=${now}
      hospital=${this.hospital} .may=${this.may.deeds}></flyt-alert-cards>`;
  }
}

customElements.define('flyt-alerts-page', AlertsPage);
