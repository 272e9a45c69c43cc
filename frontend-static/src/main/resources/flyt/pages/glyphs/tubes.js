import { svg } from 'lit';

const rim = svg`<path d="M5.5 2h13" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" />`;
const glass = 'M8 3v15a4 4 0 0 0 8 0V3';
const full = svg`${rim}<path d="M7 3v15a5 5 0 0 0 10 0V3Z" fill="currentColor" />`;
const outline = svg`${rim}<path d=${glass} fill="none" stroke="currentColor" stroke-width="2" />`;

/** The state of a patient's laboratory orders, as a tube. Values are never shown. */
export const tubes = {
  'lab-ordered': svg`<path d="M5.5 2h13" stroke="currentColor" stroke-width="2.2" stroke-dasharray="3 2" />
    <path d=${glass} fill="none" stroke="currentColor" stroke-width="2.2" stroke-dasharray="3 2" />`,
  'lab-collected': svg`${outline}<path d="M8 11h8v7a4 4 0 0 1-8 0Z" fill="currentColor" />`,
  'lab-final': svg`${full}<path class="on-stroke" d="M9 8.5h6M9 12.5h6M9 16.5h6" stroke-width="1.8" />`,
  'lab-seen': svg`${full}<path class="on-stroke" d="m8.8 13 2.3 2.4 4.1-4.6" stroke-width="2.2" />`,
  'lab-critical': svg`${full}<path class="on-stroke" d="M12 7v7M12 18v.3" stroke-width="2.8" stroke-linecap="round" />`,
  'lab-rejected': svg`<path class="edge" d="M5.5 2h13M8 3v15a4 4 0 0 0 8 0V3" stroke-width="2.2" />
    <path class="edge" d="m9.8 9.8 4.4 5M14.2 9.8l-4.4 5" stroke-width="2.2" />`,
  'lab-corrected': svg`${full}<path class="on-stroke" d="M14.6 11.2a3 3 0 1 0 .2 3.2M15 8.6v3h-3" stroke-width="1.7" />`,
};
