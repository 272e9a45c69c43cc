/** The change cue: a tint on a cell that holds 1.5 s and fades over 1 s (css/page.css, `.changed`). */

const CUE_MS = 2500;
/** @type {WeakMap<Element, number>} */
const running = new WeakMap();

/** @param {Element} cell */
export function cue(cell) {
  clearTimeout(running.get(cell));
  if (cell.classList.contains('changed')) {
    cell.classList.remove('changed');
    // Reading the box, which lays out the page, makes the next line start the animation anew.
    void cell.getBoundingClientRect();
  }
  cell.classList.add('changed');
  running.set(
    cell,
    setTimeout(() => {
      cell.classList.remove('changed');
      running.delete(cell);
    }, CUE_MS),
  );
}
