import { html, nothing } from 'lit';
import { choice, ticks } from '../core/fields.js';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';

const ROLES = [
  'nurse', 'ward-coordinator', 'doctor', 'secretary', 'cleaner', 'porter', 'logistics-coordinator', 'bed-manager', 'laboratory',
  'leader', 'municipality', 'integration-engineer', 'administrator', 'auditor',
];
/** Roles of one ward; the others are usually of the house. */
const OF_A_WARD = ['nurse', 'ward-coordinator', 'secretary'];

/**
 * What somebody works as, and where: `<flyt-grants-field .words .hospitals .grants @changed>`. `changed` carries the new list. No
 * role is twice at one hospital.
 */
export class GrantsField extends LightElement {
  static properties = { words: { attribute: false }, hospitals: { attribute: false }, grants: { attribute: false } };

  render() {
    const { words, grants } = this;
    return html`${grants.map((grant, at) => this.#grant(grant, at, words))}
      <button type="button" @click=${() => this.#say([...grants, this.#another()])}>${icon('plus')}${words('accounts.add-role')}</button>`;
  }

  #grant(grant, at, words) {
    const set = (changes) => this.#say(this.grants.map((one, i) => (i === at ? { ...one, ...changes } : one)));
    const hospital = this.hospitals.find((one) => one.id === grant.hospital);
    const everywhere = { '*': words('accounts.every-hospital') };
    const title = `${words(`role.${grant.role}`)}, ${hospital ? hospital.name : everywhere['*']}`;
    return html`<section class="grant" aria-label=${title}>
      <div class="fields">
        ${choice(`role-${at}`, words('accounts.role'), ROLES.map((role) => [role, words(`role.${role}`)]), grant.role, (role) => set({ role }))}
        ${choice(`hospital-${at}`, words('screens.hospital'), [...this.hospitals.map((one) => [one.id, one.name]), ...Object.entries(everywhere)],
          grant.hospital, (id) => set({ hospital: id, wards: '*', zones: '*' }))}
      </div>
      ${hospital ? this.#limits(grant, hospital, words, set) : nothing}
      ${this.grants.length < 2
        ? nothing
        : html`<button type="button" @click=${() => this.#say(this.grants.filter((_, i) => i !== at))}>
            ${icon('trash')}${words('accounts.drop-role', { role: words(`role.${grant.role}`) })}</button>`}
    </section>`;
  }

  /** None ticked is all: who is limited to nothing would be nobody. */
  #limits(grant, hospital, words, set) {
    const listed = (limit) => (limit === '*' ? [] : limit);
    const limit = (ticked) => (ticked.length === 0 ? '*' : ticked);
    const zones = hospital.zones || [];
    return html`${ticks(words('accounts.wards'), hospital.wards.map((ward) => [ward.id, ward.name]), listed(grant.wards), (ids) => set({ wards: limit(ids) }))}
      ${zones.length === 0
        ? nothing
        : ticks(words('accounts.zones'), zones.map((zone) => [zone.id, zone.name]), listed(grant.zones), (ids) => set({ zones: limit(ids) }))}`;
  }

  #another() {
    const hospital = this.hospitals[0].id;
    const has = (role) => this.grants.some((grant) => grant.role === role && grant.hospital === hospital);
    return { role: ROLES.find((role) => !has(role)) || ROLES[0], hospital, wards: '*', zones: '*' };
  }

  #say(grants) {
    this.dispatchEvent(new CustomEvent('changed', { detail: grants }));
  }
}

/** Whether somebody who works on one ward was given the whole house. @param {import('../core/me.js').Grant[]} grants */
export function isWide(grants) {
  return grants.some((grant) => OF_A_WARD.includes(grant.role) && grant.wards === '*');
}

customElements.define('flyt-grants-field', GrantsField);
