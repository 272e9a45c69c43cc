/**
 * The change cue: a tint on a cell that holds 1.5 s and fades over 1 s (css/page.css). It holds by a class and not by an animation: where
 * a hundred cells change in a second, only those that fade are painted anew with each frame.
 */

const HOLD_MS = 1500;
const FADE_MS = 1000;
/** @type {WeakMap<Element, number>} */
const running = new WeakMap();

/** @param {Element} cell */
export function cue(cell) {
  clearTimeout(running.get(cell));
  cell.classList.remove('fading');
  cell.classList.add('changed');
  const fade = () => {
    cell.classList.replace('changed', 'fading');
    running.set(cell, setTimeout(() => cell.classList.remove('fading'), FADE_MS));
  };
  running.set(cell, setTimeout(fade, HOLD_MS));
}
