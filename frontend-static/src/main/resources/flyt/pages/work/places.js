/**
 * The places of a hospital as somebody types them: `LUN 316`, `LUN 317-2`, or a ward's name. Pure.
 *
 * @typedef {{text: string, at: {bed: string} | {ward: string} | {stop: string}}} Place
 */

/** All places of a hospital's definition; those with an extra bed too. @param {any} definition @returns {Place[]} */
export function placesOf(definition) {
  const stops = ((definition.orders && definition.orders.stops) || []).map(({ id, name }) => ({ text: name, at: { stop: id } }));
  const inWards = definition.wards.flatMap((ward) => {
    const named = (bed) => ({ text: `${ward.id} ${bed.label}${bed.suffix ? `-${bed.suffix}` : ''}`, at: { bed: bed.id } });
    const beds = ward.clusters.flatMap((cluster) => cluster.rooms.flatMap((room) => room.beds));
    return [{ text: ward.name, at: { ward: ward.id } }, ...beds.map(named), ...(ward.extraPlaces || []).map(named)];
  });
  return [...inWards, ...stops];
}

/** Only beds can be cleaned. @param {Place[]} places */
export function bedsOf(places) {
  return places.filter(({ at }) => 'bed' in at);
}

/** The place that is meant, or null: a bed's id is as good as its name. @param {Place[]} places @param {string} typed */
export function placeFrom(places, typed) {
  const meant = plain(typed);
  return places.find(({ text, at }) => plain(text) === meant || plain(at.bed || at.ward || at.stop) === meant) || null;
}

const plain = (text) => text.toLowerCase().replace(/[\s-]+/g, ' ').trim();
