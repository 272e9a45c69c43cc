/**
 * The beds of a board with the names of who lies in them, for who may see names. Pure.
 *
 * @typedef {import('../core/rows.js').Row} Row
 * @typedef {import('../core/rows.js').Rows} Rows
 */

/** @type {WeakMap<Row, {names: string, named: Row}>} what a row became with its names: the same object while both are the same */
const made = new WeakMap();

/** @param {Row[]} beds @param {Rows | null} names null: nobody is named @returns {Row[]} */
export function named(beds, names) {
  return names === null ? beds : beds.map((bed) => withNames(bed, names));
}

function withNames(bed, names) {
  const people = bed.occupants.map((occupant) => nameOf(bed, occupant, names));
  if (people.every((name) => name === null)) {
    return bed;
  }
  const reads = JSON.stringify(people);
  const before = made.get(bed);
  if (before !== undefined && before.names === reads) {
    return before.named;
  }
  const row = { ...bed, occupants: bed.occupants.map((occupant, i) => (people[i] === null ? occupant : { ...occupant, name: people[i] })) };
  made.set(bed, { names: reads, named: row });
  return row;
}

/** A protected patient's line says the stay alone, found by the bed. */
function nameOf(bed, occupant, names) {
  const row = occupant.protected
    ? [...names.byKey.values()].find((one) => one.protected && one.beds.includes(bed.bed))
    : names.byKey.get(occupant.stay);
  return row === undefined || row.protected !== Boolean(occupant.protected)
    ? null
    : { stay: row.stay, given: row.given, family: row.family, birthDate: row.birthDate };
}
