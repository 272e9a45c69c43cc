import { svg } from 'lit';

const ring = svg`<circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2.4" />`;
const square = svg`<rect x="1.5" y="1.5" width="21" height="21" rx="5" fill="currentColor" />`;

/** The states of a task (the same for cleaning, transport and every other job). */
export const taskSigns = {
  'task-possible': svg`<circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2.4" stroke-dasharray="4 3.46" />`,
  'task-scheduled': svg`<path d="M3 5h18v16H3ZM3 10h18M8 2v5M16 2v5M12 13v3l2.2 1.4" fill="none" stroke="currentColor" stroke-width="2.2" />`,
  'task-pending': ring,
  'task-offered': svg`${ring}<path d="M7 12h9M12.6 8.2 16.4 12l-3.8 3.8" fill="none" stroke="currentColor" stroke-width="2" />`,
  'task-accepted': svg`${ring}<circle cx="12" cy="9.6" r="2.8" fill="currentColor" /><path d="M6.8 17a5.2 4.6 0 0 1 10.4 0Z" fill="currentColor" />`,
  'task-paused': svg`<path d="M8 4v16M16 4v16" stroke="currentColor" stroke-width="4" stroke-linecap="round" />`,
  'task-done': svg`${square}<path class="on-stroke" d="m6.5 12.4 3.8 3.8 7.2-8.4" stroke-width="2.8" />`,
  'task-inspected': svg`${square}<path class="on-stroke" d="m4.2 12.4 3.4 3.6 5.8-7M11 15.4l.8.6 7.6-8" stroke-width="2.2" />`,
  'task-not-possible': svg`${ring}<path d="m6 6 12 12M18 6 6 18" stroke="currentColor" stroke-width="2.4" />`,
  'task-cancelled': svg`${ring}<path d="m5.5 18.5 13-13" stroke="currentColor" stroke-width="2.4" />`,
};
