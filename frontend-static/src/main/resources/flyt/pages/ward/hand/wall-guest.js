import { untouchedMs } from '../../core/attended.js';
import { askAgain } from '../../core/me.js';

const TELL_MS = 5_000;

/**
 * Somebody's minute at a wall: over so many seconds after the last touch, at the server as here. Each touch begins it anew, and the
 * server hears of it.
 */
export class WallGuest {
  #idleSeconds;
  #over;
  #ticker;
  #toldAt = performance.now();

  /** @param {number} idleSeconds @param {() => void} over called once, when the minute is over or the server ended it */
  constructor(idleSeconds, over) {
    this.#idleSeconds = idleSeconds;
    this.#over = over;
    this.#ticker = setInterval(() => void this.#look(), 250);
  }

  /** Whole seconds that are left. */
  secondsLeft() {
    return Math.max(0, Math.ceil(this.#idleSeconds - untouchedMs() / 1000));
  }

  stop() {
    clearInterval(this.#ticker);
  }

  async #look() {
    const now = performance.now();
    if (this.secondsLeft() === 0) {
      this.#end();
    } else if (untouchedMs() < now - this.#toldAt && now - this.#toldAt >= TELL_MS) {
      this.#toldAt = now;
      const me = await askAgain();
      if (me !== null && me.device !== 'wall') {
        this.#end();
      }
    }
  }

  #end() {
    this.stop();
    this.#over();
  }
}
