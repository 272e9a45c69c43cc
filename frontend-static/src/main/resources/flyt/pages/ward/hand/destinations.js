import { get } from '../../core/api.js';

/**
 * Where a patient can be taken to: the stops of the hospital and its other wards, as its definition names them. Asked once for a
 * sheet.
 *
 * @typedef {{name: string, to: {stop: string} | {ward: string}}} Destination
 */

/** @param {string} hospital @param {string} ward whose patients are moved @param {AbortSignal} signal @returns {Promise<Destination[] | null>} */
export async function destinationsOf(hospital, ward, signal) {
  const answer = await get(`/api/v1/hospitals/${encodeURIComponent(hospital)}`, { signal }).catch(() => null);
  if (answer === null || !answer.ok) {
    return null;
  }
  const { orders = {}, wards } = answer.body;
  const stops = (orders.stops || []).map(({ id, name }) => ({ name, to: { stop: id } }));
  const others = wards.filter(({ id, kind }) => id !== ward && kind !== 'virtual');
  return [...stops, ...others.map(({ id, name }) => ({ name, to: { ward: id } }))];
}
