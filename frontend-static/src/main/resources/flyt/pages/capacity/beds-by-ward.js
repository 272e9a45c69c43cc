/**
 * The beds of each ward in board order, kept from one state of the rows to the next: the list of a ward is the same object for as
 * long as none of its beds is another. So a change of one bed redraws one ward, however many there are.
 */
export class BedsByWard {
  /** @type {ReadonlyMap<string, any> | null} */
  #known = null;
  /** @type {Map<string, any[]>} */
  #lists = new Map();

  /** @param {ReadonlyMap<string, any>} byKey the rows now @returns {Map<string, any[]>} */
  of(byKey) {
    if (byKey === this.#known) {
      return this.#lists;
    }
    const changed = new Set();
    for (const [key, row] of byKey) {
      const before = this.#known && this.#known.get(key);
      if (row.kind === 'bed' && before !== row) {
        changed.add(row.ward);
      }
    }
    for (const [key, row] of this.#known || []) {
      if (row.kind === 'bed' && !byKey.has(key)) {
        changed.add(row.ward);
      }
    }
    if (changed.size > 0) {
      this.#listAnew(changed, byKey);
    }
    this.#known = byKey;
    return this.#lists;
  }

  #listAnew(wards, byKey) {
    const lists = new Map(this.#lists);
    wards.forEach((ward) => lists.set(ward, []));
    for (const row of byKey.values()) {
      if (row.kind === 'bed' && wards.has(row.ward)) {
        lists.get(row.ward).push(row);
      }
    }
    wards.forEach((ward) => lists.get(ward).sort((one, other) => one.order - other.order));
    this.#lists = lists;
  }
}
