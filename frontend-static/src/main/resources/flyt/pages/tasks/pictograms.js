import { svg, html } from 'lit';

/**
 * What to wear, bring and do, drawn for whoever reads little Norwegian. Outlines of 2 px on a 24 grid, always beside their words.
 * Drawn for this page where no common icon shows the thing.
 */
const shapes = {
  glove: svg`<path d="M7 17v-5.2L4.9 8.9a1.5 1.5 0 0 1 2.4-1.8L9 9.4V4.5a1.5 1.5 0 0 1 3 0V9 3.5a1.5 1.5 0 0 1 3 0V9 4.5a1.5 1.5 0 0 1 3 0V13c0 1.6-.5 3-1.2 4ZM7 17h9.8v4H7Z" />`,
  gown: svg`<path d="M9 3 4 5.5 2.5 12l3.5 1V21h12v-8l3.5-1L20 5.5 15 3c-.5 2-1.6 3-3 3s-2.5-1-3-3ZM12 6v15M8 15h8" />`,
  mask: svg`<path d="M5 9c3 0 5-2 7-2s4 2 7 2v5c0 3-3 5-7 5s-7-2-7-5ZM5 10.5H3.5A1.5 1.5 0 0 0 2 12c0 2 1.5 3 3 3M19 10.5h1.5A1.5 1.5 0 0 1 22 12c0 2-1.5 3-3 3M9 12h6M9 15h6" />`,
  respirator: svg`<path d="M12 4c4.5 0 8 4 8 8.5 0 4-3.5 6.5-8 6.5s-8-2.5-8-6.5C4 8 7.5 4 12 4ZM4.5 10 1.5 8.5M19.5 10l3-1.5M4.5 15l-3 1M19.5 15l3 1" /><circle cx="12" cy="12.5" r="2.8" />`,
  soap: svg`<path d="M8 21a2 2 0 0 1-2-2v-6a3 3 0 0 1 3-3h4a3 3 0 0 1 3 3v6a2 2 0 0 1-2 2ZM11 10V7M8 7h6l2-2h2M20 10v.01M19 14v.01M9 15h4" />`,
  chlorine: svg`<path d="M8 9h7l1.5 3v8a1 1 0 0 1-1 1h-8a1 1 0 0 1-1-1v-8ZM9 9V5h4V3H8M13 5l3-1M19 4h.01M21 6h.01M19 8h.01" /><path d="M13.5 14.2a2.3 2.3 0 1 0 0 3.6" />`,
  twice: svg`<path d="M3 8.5A3.3 3.3 0 0 1 9.5 9c0 3-6.5 5-6.5 8.5h7M14 11l6.5 6.5M20.5 11 14 17.5" />`,
  air: svg`<path d="M3 8h9a3 3 0 1 0-3-3M3 12h15a3 3 0 1 1-3 3M3 16h7a3 3 0 1 1-3 3" />`,
  broom: svg`<path d="M19 3 13 11M9.5 9.5l6 3.5M9.5 9.5 7 20.5h9.5l-1-7.5M9.8 20.5l.9-4M13.2 20.5l.2-3.5" />`,
  bed: svg`<path d="M3 7v11M3 14h18v4M21 14v-2a3 3 0 0 0-3-3h-7v5" /><circle cx="7" cy="10" r="1.6" />`,
  linen: svg`<path d="M7 8h10l2 11a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2ZM9 8V6.5a3 3 0 0 1 6 0V8" />`,
  touch: svg`<path d="M9 13V5.5a1.5 1.5 0 0 1 3 0V11v-1.5a1.5 1.5 0 0 1 3 0V11v-.5a1.5 1.5 0 0 1 3 0V16a5 5 0 0 1-5 5h-1.5c-2 0-3.2-1-4-2.400L5 14.8a1.5 1.5 0 0 1 2.5-1.6L9 15M6 4l-1-1M16 4l1-1M5 8H3.5" />`,
  bath: svg`<path d="M3 12h18v2a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5ZM6 12V5.5A2.5 2.5 0 0 1 8.5 3c1.3 0 2.1.8 2.5 2M7 19l-1 2M17 19l1 2" />`,
  hand: svg`<path d="M8 13V6a1.5 1.5 0 0 1 3 0v5V4.5a1.5 1.5 0 0 1 3 0V11 6a1.5 1.5 0 0 1 3 0v9a6 6 0 0 1-6 6h-1c-2 0-3.3-1-4.2-2.5L4 14.5A1.5 1.5 0 0 1 6.5 13L8 15" />`,
  first: svg`<path d="M5 21V4h12l-2.5 4 2.5 4H5" />`,
  wheelchair: svg`<circle cx="9" cy="15" r="5.5" /><circle cx="19.5" cy="18.5" r="1.9" /><path d="M17.6 18.5h-3M3 4h2.5v8.5M5.5 9h9l3 7.700M14.5 9V5" />`,
  walk: svg`<circle cx="13" cy="4.2" r="1.8" /><path d="m7 21 3-5M16 21l-2-5-3-3 1-6M6 12l2-3.5 4-1.5 3 3h3" />`,
  bag: svg`<path d="M6 8h12l1.5 13h-15ZM9 8V6a3 3 0 0 1 6 0v2" />`,
  tube: svg`<path d="M8 3h8M9 3v14.5a3 3 0 0 0 6 0V3M9 11h6" />`,
  drop: svg`<path d="M12 3c4 5 6.5 8 6.5 11.5a6.5 6.5 0 0 1-13 0C5.5 11 8 8 12 3Z" />`,
  pill: svg`<path d="M4.9 19.100a4.6 4.6 0 0 1 0-6.5l7.7-7.700a4.6 4.6 0 0 1 6.5 6.5l-7.7 7.700a4.6 4.6 0 0 1-6.5 0ZM8.7 8.700l6.6 6.6" />`,
  box: svg`<path d="m12 3 8.5 4.5v9L12 21l-8.5-4.5v-9ZM12 12l8.5-4.5M12 12v9M12 12 3.5 7.5" />`,
  food: svg`<path d="M3 12h18a9 8 0 0 1-5.5 7.5V21h-7v-1.5A9 8 0 0 1 3 12ZM9 4c-1 1.5 1 2.5 0 4M14 4c-1 1.5 1 2.5 0 4" />`,
  bin: svg`<path d="M4 7h16M6 7l1 13a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1l1-13M9 7V4h6v3M10 11v6M14 11v6" />`,
  urgent: svg`<path d="M6 17v-4a6 6 0 0 1 12 0v4M4 17h16v4H4ZM12 3v1M4 7l1 .7M20 7l-1 .7" />`,
  tool: svg`<path d="M14.5 6.5a4.5 4.5 0 0 1 6-1l-3 3 1 1 3-3a4.5 4.5 0 0 1-6.5 6L8 19.5A2.5 2.5 0 0 1 4.5 16l7-7a4.5 4.5 0 0 1 0-6" />`,
  job: svg`<path d="M9 5H6.5A1.5 1.5 0 0 0 5 6.5v13A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5v-13A1.5 1.5 0 0 0 17.5 5H15M9 3h6v4H9ZM8.5 13l2.5 2.5 4.5-5" />`,
};

/** The names of all pictograms. */
export const PICTOGRAMS = Object.keys(shapes);

/** @param {string} name one of PICTOGRAMS; its words stand beside it */
export function pictogram(name) {
  return html`<svg class="pictogram" data-pictogram=${name} viewBox="0 0 24 24" aria-hidden="true">${shapes[name]}</svg>`;
}
