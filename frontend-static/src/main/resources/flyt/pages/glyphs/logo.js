import { html } from 'lit';

/** Flyt's mark: two places and the way between them. */
export function logo() {
  return html`<svg class="logo" viewBox="0 0 48 48" aria-hidden="true">
    <rect class="ground" width="48" height="48" rx="11" />
    <path class="way" d="M12 14v20M12 27h9c5 0 5-8 10-8h5M36 14v20" />
    <circle class="dot" cx="20" cy="19.5" r="3.2" />
  </svg>`;
}
