import { html, nothing } from 'lit';

/** Who somebody is, as far as this board says it: the full name and date of birth, initials and year, or only that the bed is taken. */
export function patientName(occupant, words, time) {
  const { name, initials, year } = occupant;
  if (name && (name.family || name.given)) {
    return html`<span class="name"><b>${[name.family, name.given].filter(Boolean).join(', ')}</b>${name.birthDate ? html` ${time.date(name.birthDate)}` : nothing}</span>`;
  }
  return initials === undefined || occupant.protected
    ? html`<span class="name"><b>${words('use.occupied')}</b></span>`
    : html`<span class="name"><b>${initials}</b> ${year}</span>`;
}
