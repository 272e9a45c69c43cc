import { svg } from 'lit';

const box = (cls, paint) =>
  svg`<rect class=${cls} x="3.2" y="1" width="17.6" height="22" rx="3.6" fill=${paint} stroke-width="1.8" />`;
const filled = box('', 'currentColor');
const edged = box('edged', 'currentColor');
const outward = svg`<path class="on-stroke" d="m7.6 8 4 4-4 4M12.6 8l4 4-4 4" stroke-width="2.2" />`;
const rimmed = svg`<rect class="rimmed" x="4" y="1.8" width="16" height="20.4" rx="3" stroke-width="2.4" />`;
const hollow = svg`<rect class="edge-own" x="4" y="1.8" width="16" height="20.4" rx="3" stroke-width="2" />`;

/** What a bed is right now, as a cell: class and use of a bed place. */
export const bedCells = {
  'bed-ready': svg`${filled}<path class="on-stroke" d="m7.6 12.4 3.2 3.2 5.8-6.8" stroke-width="2.6" />`,
  'bed-occupied': svg`${filled}`,
  'bed-out-today': svg`${filled}${outward}`,
  'bed-outlier': svg`${rimmed}`,
  'bed-outlier-out-today': svg`${rimmed}${outward}`,
  'bed-place': hollow,
  'bed-boarding': svg`${hollow}<path class="thin" d="M7.4 12h8.8M12.6 8l4 4-4 4" />`,
  'bed-held': svg`${filled}<path class="on-fill" d="M8.2 6h7.6v12L12 14.8 8.2 18Z" />`,
  'bed-waiting-cleaning': svg`${edged}<path class="on-stroke" d="M12 6v7.6M12 17.6v.4" stroke-width="2.8" stroke-linecap="round" />`,
  'bed-air-change': svg`<rect class="edge" x="4" y="1.8" width="16" height="20.4" rx="3" stroke-width="2" />
    <circle class="edge" cx="12" cy="12" r="5" stroke-width="1.8" /><path class="edge" d="M12 9v3.2l2 1.2" stroke-width="1.6" />`,
  'bed-being-cleaned': svg`${filled}<path class="on-fill" d="M12 5.4c2.8 3.6 4.6 6 4.6 8.4a4.6 4.6 0 0 1-9.2 0c0-2.4 1.8-4.8 4.6-8.4Z" />`,
  'bed-cleaning-paused': svg`${hollow}<path d="M9.6 7.5v9M14.4 7.5v9" stroke="currentColor" stroke-width="2.4" />`,
  'bed-not-made': svg`${hollow}<path d="M7.2 8v8.4M7.2 14.2h9.6v2.2M16.8 14v-1.2a2 2 0 0 0-2-2H11v3.2"
    fill="none" stroke="currentColor" stroke-width="1.8" />`,
  'bed-extra': svg`${filled}<path class="on-stroke" d="M12 7v10M7 12h10" stroke-width="2.8" />`,
  'bed-extra-free': svg`${hollow}<path d="M12 7.5v9M7.5 12h9" stroke="currentColor" stroke-width="2.2" />`,
  'bed-reserved': svg`${hollow}<path d="M7.4 12h8.8M12.6 8l4 4-4 4" fill="none" stroke="currentColor" stroke-width="2.2" />`,
  'bed-closed': svg`${hollow}<path d="M5 9 12 2M5 15 18 2.4M6 20.6 19.4 8M12 21.4l7.4-7" stroke="currentColor" stroke-width="1.6" />`,
};
