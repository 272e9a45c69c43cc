import { svg } from 'lit';

const letter = (text, y = 16) =>
  svg`<text class="on-fill" x="12" y=${y} text-anchor="middle" font-size="11" font-weight="800">${text}</text>`;
const diamond = svg`<path d="M12 .6 23.4 12 12 23.4 .6 12Z" fill="currentColor" />`;
const triangle = 'M12 2.2 22.6 20.6a1 1 0 0 1-.9 1.4H2.3a1 1 0 0 1-.9-1.4Z';

/** Signs of alarm, of isolation, of the way out, and the clock that marks an old value. */
export const signs = {
  act: svg`<path d="M7.2 1h9.6L23 7.2v9.6L16.8 23H7.2L1 16.8V7.2Z" fill="currentColor" />
    <path class="on-stroke" d="M12 6v7.4M12 17.2v.6" stroke-width="3" stroke-linecap="round" />`,
  attention: svg`<path class="edged" d=${triangle} fill="currentColor" stroke-width="1.6" />
    <path class="on-stroke" d="M12 9v5.4M12 18.1v.2" stroke-width="2.6" stroke-linecap="round" />`,
  'attention-hollow': svg`<path class="edge" d="M12 4 21.4 20.4H2.6Z" stroke-width="2.2" stroke-linejoin="round" />`,
  alike: svg`<rect class="edged" x="1.2" y="3.2" width="21.6" height="17.6" rx="5" fill="currentColor" stroke-width="1.6" />
    <path class="on-stroke" d="M6 10.4c2-2.4 4-2 6-.6s4 1.6 6-.6M6 15.4c2-2.4 4-2 6-.6s4 1.6 6-.6"
      stroke-width="2" stroke-linecap="round" />`,
  info: svg`<circle cx="12" cy="12" r="11" fill="currentColor" />
    <path class="on-stroke" d="M12 11v6.4M12 6.7v.2" stroke-width="2.8" stroke-linecap="round" />`,
  contact: svg`${diamond}${letter('K')}`,
  droplet: svg`${diamond}${letter('D')}`,
  airborne: svg`${diamond}${letter('L')}`,
  'contact-chlorine': svg`<path d="M12 1.4 22.6 12 12 22.6 1.4 12Z" fill="none" stroke="currentColor" stroke-width="1.6" />
    <path d="M12 4.8 19.2 12 12 19.2 4.8 12Z" fill="currentColor" />
    <text class="on-fill" x="12" y="15.2" text-anchor="middle" font-size="9" font-weight="800">K</text>`,
  protective: svg`<path d="M12 .8 22 3.6v8.4c0 5.6-4.2 9.2-10 11.4C6.2 21.2 2 17.6 2 12V3.6Z" fill="currentColor" />${letter('B')}`,
  none: svg`<path d="M9.5 12h5" stroke="currentColor" stroke-width="2" />`,
  ring: svg`<circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="4" />`,
  square: svg`<rect x="3" y="3" width="18" height="18" rx="4" fill="currentColor" />`,
  bookmark: svg`<path d="M5 1.5h14v21L12 17l-7 5.5Z" fill="currentColor" />`,
  clock: svg`<circle class="edge" cx="12" cy="12" r="9.8" stroke-width="2.4" />
    <path class="edge" d="M12 6.5V12l4 2.4" stroke-width="2.4" stroke-linecap="round" />`,
  dot: svg`<circle class="halo" cx="12" cy="12" r="11.5" /><circle cx="12" cy="12" r="6.5" fill="currentColor" />`,
  'ring-thin': svg`<circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" stroke-width="2.4" />`,
  'trend-up': svg`<path class="thin" d="M6 18 18 6M9 6h9v9" />`,
  'trend-same': svg`<path class="thin" d="M4 12h16M14 6l6 6-6 6" />`,
  'trend-down': svg`<path class="thin" d="M6 6l12 12M18 9v9H9" />`,
};
