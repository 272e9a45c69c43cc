/** Tells of each thing that gets stuck once, for whoever does not see it; what is stuck already when the page opens is in its summary. */
export class Alarms {
  /** @type {Set<string> | null} */
  #known = null;
  /** What was told last. */
  text = '';

  /** @param {import('./stuck.js').Stuck[]} stuck @param {(stuck: import('./stuck.js').Stuck) => string} say */
  see(stuck, say) {
    const keyOf = ({ row, cause }) => `${row.task} ${cause}`;
    const fresh = this.#known === null ? [] : stuck.filter((each) => !this.#known.has(keyOf(each)));
    this.#known = new Set(stuck.map(keyOf));
    this.text = fresh.length > 0 ? fresh.map(say).join(' ') : this.text;
    return this.text;
  }
}
