import { html, nothing } from 'lit';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';
import { nextAt, shiftEnds } from './shift-times.js';

const SKILLS = { cleaning: ['infection'], porters: ['lifting', 'driving'], technical: ['lifting', 'driving'] };
const LAST = 'flyt.tasks.last-duty';

/** Going on duty: `<flyt-duty-form .words .time .duty .team .now @team @duty>`: team, zones, skills and when the shift ends. */
export class DutyForm extends LightElement {
  static properties = {
    words: { attribute: false },
    time: { attribute: false },
    duty: { attribute: false },
    team: { attribute: false },
    now: { attribute: false },
    until: { state: true },
  };

  constructor() {
    super();
    /** Chosen shift end; null: the next one. @type {string | null} */
    this.until = null;
    this.last = kept();
  }

  render() {
    const { words, duty, team } = this;
    const zones = duty.zones.filter(({ kind }) => kind === team);
    return html`<form class="duty" @submit=${(event) => this.#begin(event)}>
      <h2>${words('duty.title')}</h2>
      ${duty.teams.length < 2 ? nothing : this.#group(words('duty.team'), duty.teams.map((one) => pick('radio', 'team', one, words(`team.${one}`), one === team, () => this.#team(one))))}
      ${zones.length === 0 ? nothing : this.#group(words('duty.zones'), zones.map(({ id, name }) => pick('checkbox', 'zone', id, name, this.last.zones.includes(id))), words('duty.whole-house'))}
      ${this.#group(words('duty.skills'), (SKILLS[team] || []).map((skill) => pick('checkbox', 'skill', skill, words(`skill.${skill}`), this.last.skills.includes(skill))))}
      ${this.#ends(words)}
      <div class="dock"><div class="deeds"><button type="submit" class="main">${icon('player-play')}<span>${words('duty.begin')}</span></button></div></div>
    </form>`;
  }

  #group(legend, choices, lead = '') {
    return choices.length === 0 ? nothing : html`<fieldset><legend>${legend}</legend>${lead === '' ? nothing : html`<p>${lead}</p>`}<div class="picks">${choices}</div></fieldset>`;
  }

  #ends(words) {
    const ends = shiftEnds(this.now, this.time);
    const chosen = this.until || ends[0];
    return html`<fieldset><legend>${words('duty.until')}</legend><div class="picks">
      ${ends.map((end) => pick('radio', 'until', end, this.time.clock(end), end === chosen, () => (this.until = end)))}
      <label class="pick typed"><span>${words('duty.other-time')}</span><input type="time" .value=${ends.includes(chosen) ? '' : this.time.clock(chosen)}
        @change=${(event) => event.target.value && (this.until = nextAt(event.target.value, this.now, this.time))} /></label></div></fieldset>`;
  }

  #team(team) {
    this.dispatchEvent(new CustomEvent('team', { detail: team }));
  }

  #begin(event) {
    event.preventDefault();
    const said = new FormData(event.target);
    const [zones, skills] = [said.getAll('zone'), said.getAll('skill')];
    localStorage.setItem(LAST, JSON.stringify({ zones, skills }));
    const until = this.until || shiftEnds(this.now, this.time)[0];
    this.dispatchEvent(new CustomEvent('duty', { detail: { type: 'StartDuty', team: this.team, ...(zones.length > 0 ? { zones } : {}), skills, until } }));
  }
}

function pick(type, name, value, text, checked, chosen = () => undefined) {
  return html`<label class="pick"><input type=${type} name=${name} value=${value} .checked=${checked} @change=${chosen} /><span>${text}</span></label>`;
}

/** What was chosen on this phone the last time. */
function kept() {
  try {
    return { zones: [], skills: [], ...JSON.parse(localStorage.getItem(LAST) || '{}') };
  } catch {
    return { zones: [], skills: [] };
  }
}

customElements.define('flyt-duty-form', DutyForm);
