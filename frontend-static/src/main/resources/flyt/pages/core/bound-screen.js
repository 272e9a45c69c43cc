import { post } from './api.js';
import { wardAddress } from './address.js';
import { VERSION } from './version.js';

/**
 * What a paired screen is bound to.
 *
 * @typedef {{hospital: string, view: 'ward' | 'house', scope: string, clusters: string[], level: number}} Bound
 */

/**
 * Tells the server that this screen's page starts, which gives it its next credential.
 * @param {AbortSignal} signal
 * @returns {Promise<Bound | null>} null where this browser is no screen, or none any more
 */
export async function startScreen(signal) {
  const answer = await post('/api/v1/access/screens/connect', { version: VERSION }, { signal });
  return answer.ok ? answer.body : null;
}

/** The address of what a screen shows. @param {Bound} screen */
export function boundAddress({ hospital, view, scope, clusters, level }) {
  if (view === 'house') {
    return `/house/${encodeURIComponent(hospital)}`;
  }
  return wardAddress(hospital, scope, { level: String(level), ...(clusters.length > 0 ? { tun: clusters.join(',') } : {}) });
}
