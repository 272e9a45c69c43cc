/**
 * Keeps the keyboard where it was: a line that moves to another place, or a button that goes when a thing is done, must not throw it back
 * to the top of the page. A controller of its page.
 */
export class FocusKeeper {
  #page;
  /** @type {HTMLElement | null} */
  #last = null;
  /** A stop of the same line, for when the last place is gone, and where in its list that stood. @type {string | null} */
  #stop = null;
  #index = 0;
  /** @type {string | null} */
  #wanted = null;

  /** @param {import('lit').ReactiveControllerHost & HTMLElement} page */
  constructor(page) {
    this.#page = page;
    page.addController(this);
    page.addEventListener('focusin', (event) => this.#keep(/** @type {HTMLElement} */ (event.target)));
    page.addEventListener('pointerdown', () => this.#keep(null));
  }

  /** After the next drawing, the keyboard goes to the first of these that is there. @param {string} selector */
  want(selector) {
    this.#wanted = selector;
    this.#page.requestUpdate();
  }

  hostUpdated() {
    void this.#settled().then(() => this.#restore());
  }

  /* The lines are elements of their own and are drawn a little later. */
  async #settled() {
    await Promise.all([...this.#page.querySelectorAll('flyt-queue-row')].map((row) => row.updateComplete));
  }

  #restore() {
    const wanted = this.#wanted === null ? null : this.#page.querySelector(this.#wanted);
    if (wanted !== null) {
      this.#wanted = null;
      wanted.focus();
      return;
    }
    if (document.activeElement !== document.body || this.#last === null) {
      return;
    }
    const back = this.#last.isConnected && !this.#last.disabled ? this.#last : this.#nearest();
    if (back) {
      back.focus({ preventScroll: true });
    }
  }

  /** The stop of the same line; where the whole line is gone, that of the line that came into its place. */
  #nearest() {
    if (this.#stop === null) {
      return null;
    }
    const all = this.#stops();
    return this.#page.querySelector(this.#stop) || all[Math.min(this.#index, all.length - 1)] || null;
  }

  #stops() {
    return [...this.#page.querySelectorAll(this.#stop.startsWith('.moves') ? '.moves' : '.opens')];
  }

  #keep(target) {
    this.#last = target;
    const line = target && target.closest('[data-key], .more[id], [data-worker]');
    this.#stop = line ? stopOf(line) : null;
    this.#index = line ? this.#stops().indexOf(this.#page.querySelector(this.#stop)) : 0;
  }
}

function stopOf(line) {
  if (line.dataset.worker) {
    return `.moves[data-worker="${CSS.escape(line.dataset.worker)}"]`;
  }
  const task = line.dataset.key ? line.dataset.key.slice('task/'.length) : line.id.slice('more-'.length);
  return `.opens[data-task="${CSS.escape(task)}"]`;
}
