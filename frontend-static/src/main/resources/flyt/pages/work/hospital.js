import { get } from '../core/api.js';
import { backoffMs } from '../core/staleness.js';
import { placesOf } from './places.js';

/**
 * What the page needs of a hospital's definition.
 *
 * @typedef {{name: string, timeZone: string | undefined, synthetic: boolean, zones: {id: string, name: string, kind: string}[], places: import('./places.js').Place[]}} Hospital
 */

/** Of a hospital that could not be read: the device's own time zone, and no places to order anything to. @type {Hospital} */
export const UNKNOWN = { name: '', timeZone: undefined, synthetic: false, zones: [], places: [] };

/** Asks until the server answers. @param {string} id @param {AbortSignal} signal @returns {Promise<Hospital>} */
export async function loadHospital(id, signal) {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(id)}`, { signal });
    if (answer.ok) {
      const { name, timeZone, synthetic, zones = [] } = answer.body;
      return { name, timeZone, synthetic, zones, places: placesOf(answer.body) };
    }
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
      return UNKNOWN;
    }
    await new Promise((waited) => setTimeout(waited, backoffMs(attempt, Math.random())));
    if (signal.aborted) {
      return UNKNOWN;
    }
  }
}
