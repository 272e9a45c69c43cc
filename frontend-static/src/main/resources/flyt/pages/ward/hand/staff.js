import { get } from '../../core/api.js';
import { unlessGivenUp } from '../../core/signed-in-page.js';

/**
 * Who works on a ward.
 *
 * @typedef {{account: string, name: string, given: string, roles: string[]}} Colleague
 */

/** @param {string} hospital @param {string} ward @param {AbortSignal} signal @returns {Promise<Colleague[] | null>} null: there was no answer */
export async function staffOf(hospital, ward, signal) {
  const answer = await get(`/api/v1/hospitals/${encodeURIComponent(hospital)}/wards/${encodeURIComponent(ward)}/staff`, { signal }).catch(unlessGivenUp);
  return answer && answer.ok ? [...answer.body.staff].sort((a, b) => a.name.localeCompare(b.name, 'nb')) : null;
}

/** Whoever looks, as a colleague. @param {import('../../core/me.js').Me} me @returns {Colleague | null} */
export function selfOf({ account, name, given, grants = [] }) {
  return account ? { account, name, given, roles: grants.map((grant) => grant.role) } : null;
}
