import { html, nothing } from 'lit';
import { get, post } from '../core/api.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';

const RELATIONS = '/api/v1/access/break-glass';

/**
 * Who looked in an emergency, and what a reviewer found: `<flyt-glass-reviews .words .page .hospitals .language>`. Those first that
 * nobody has reviewed. `page` says what came of it.
 *
 * @typedef {{id: number, hospital: string, name: string, visit: string | null, ward: string | null, reason: string, openedAt: string,
 *   until: string, reviewedAt: string | null, review: string | null}} Relation
 */
export class GlassReviews extends LightElement {
  static properties = { words: { attribute: false }, page: { attribute: false }, hospitals: { attribute: false }, language: { attribute: false }, relations: { state: true } };

  constructor() {
    super();
    /** @type {Relation[] | null} */
    this.relations = null;
  }

  firstUpdated() {
    this.#look().catch(unlessGivenUp);
  }

  /** Each of the hospitals on its own: who audits one may not ask for all. */
  async #look() {
    const { signal } = this.page.asked;
    const answers = await Promise.all(this.hospitals.map((one) => get(`${RELATIONS}?hospital=${encodeURIComponent(one.id)}`, { signal })));
    const told = answers.filter((answer) => answer.ok);
    this.relations = told.length === 0 && answers.length > 0 && !this.page.told(answers[0]) ? null : [].concat(...told.map((answer) => answer.body.relations));
  }

  render() {
    const { words, relations } = this;
    if (relations === null) {
      return nothing;
    }
    const open = relations.filter((relation) => relation.reviewedAt === null);
    const closed = relations.filter((relation) => relation.reviewedAt !== null);
    return html`<section class="card" aria-label=${words('glass.title')}>
      <h2>${icon('lock-open')}${words('glass.title')}</h2>
      <p class="lead">${open.length === 0 ? words('glass.none') : words(open.length === 1 ? 'glass.open-one' : 'glass.open', { count: open.length })}</p>
      <ul class="glass">${open.map((relation) => html`<li data-key=${relation.id}>${this.#told(relation, words)}
        <form novalidate @submit=${(event) => this.#review(event, relation)}>
          <div class="field"><label for="words-${relation.id}">${words('glass.words')}</label>
            <textarea id="words-${relation.id}" name="words" rows="2" maxlength="400" required></textarea></div>
          <button class="main" type="submit">${words('glass.review')}</button>
        </form></li>`)}</ul>
      ${closed.length === 0
        ? nothing
        : html`<details><summary>${words('glass.closed', { count: closed.length })}</summary>
            <ul class="glass">${closed.map((relation) => html`<li data-key=${relation.id}>${this.#told(relation, words)}
              <p>${icon('check')}${words('glass.found', { at: this.#at(relation.reviewedAt, relation), words: relation.review })}</p></li>`)}</ul></details>`}
    </section>`;
  }

  #told(relation, words) {
    const hospital = this.hospitals.find((one) => one.id === relation.hospital);
    const ward = hospital && hospital.wards.find((one) => one.id === relation.ward);
    const what = relation.visit === null ? (ward ? ward.name : relation.ward) : words('audit.stay', { stay: relation.visit });
    return html`<p><b>${relation.name}</b> ${words('glass.opened', { what, at: this.#at(relation.openedAt, relation), until: this.#at(relation.until, relation) })}</p>
      <blockquote>${relation.reason}</blockquote>`;
  }

  #at(instant, relation) {
    const hospital = this.hospitals.find((one) => one.id === relation.hospital);
    const time = new HospitalTime(hospital && hospital.timeZone, this.language);
    return `${time.dateOfYear(instant)} ${time.clock(instant)}`;
  }

  async #review(event, relation) {
    event.preventDefault();
    const text = event.target.elements.namedItem('words');
    if (text.value.trim() === '') {
      text.focus();
      return;
    }
    const answer = await post(RELATIONS, { id: relation.id, words: text.value.trim() });
    if (this.page.told(answer, this.words('glass.done', { name: relation.name }))) {
      await this.#look();
    }
  }
}

customElements.define('flyt-glass-reviews', GlassReviews);
