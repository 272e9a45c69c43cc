/**
 * To whom each open task was offered while this page looked on, so that it can say when everybody has been asked. Forgets a task as soon
 * as somebody takes it.
 */
export class OffersMade {
  /** @type {Map<string, Set<string>>} */
  #asked = new Map();

  /** @param {import('../core/rows.js').Row[]} tasks all of the team */
  see(tasks) {
    const open = new Set();
    for (const { task, state, worker } of tasks) {
      if (state === 'offered' && worker) {
        this.#asked.set(task, (this.#asked.get(task) || new Set()).add(worker));
      }
      if (state === 'offered' || state === 'pending') {
        open.add(task);
      }
    }
    [...this.#asked.keys()].filter((task) => !open.has(task)).forEach((task) => this.#asked.delete(task));
  }

  /** Whether each of these people has been asked. @param {string} task @param {string[]} workers */
  allAsked(task, workers) {
    const asked = this.#asked.get(task);
    return asked !== undefined && workers.length > 0 && workers.every((worker) => asked.has(worker));
  }
}
