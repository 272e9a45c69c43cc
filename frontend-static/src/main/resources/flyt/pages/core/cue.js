/**
 * The change cue: a tint on a cell that holds 1.5 s, and half of it for one more (css/page.css). One clock serves all cells, and nothing is
 * animated: where a hundred cells change in a second, transitions of their own kept the browser busy with every frame.
 */

const TICK_MS = 250;
const HOLD_TICKS = 6;
const FADE_TICKS = 4;

/** How many ticks the cue of a cell has to go. @type {Map<Element, number>} */
const cued = new Map();
let clock = 0;

/** @param {Element} cell */
export function cue(cell) {
  cell.classList.remove('fading');
  cell.classList.add('changed');
  cued.set(cell, HOLD_TICKS + FADE_TICKS);
  clock = clock || setInterval(tick, TICK_MS);
}

function tick() {
  for (const [cell, ticks] of cued) {
    if (ticks === FADE_TICKS) {
      cell.classList.replace('changed', 'fading');
    }
    if (ticks === 0) {
      cell.classList.remove('fading');
      cued.delete(cell);
    } else {
      cued.set(cell, ticks - 1);
    }
  }
  if (cued.size === 0) {
    clearInterval(clock);
    clock = 0;
  }
}
