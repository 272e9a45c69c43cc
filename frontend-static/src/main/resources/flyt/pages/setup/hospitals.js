import { get } from '../core/api.js';

/**
 * The hospitals that somebody may see, each with its wards and its zones.
 * @param {AbortSignal} signal
 * @returns {Promise<import('../core/api.js').Done | import('../core/api.js').Problem>} the body is a list
 */
export async function hospitalsWithZones(signal) {
  const answer = await get('/api/v1/hospitals', { signal });
  if (!answer.ok) {
    return answer;
  }
  const { hospitals } = answer.body;
  const whole = await Promise.all(hospitals.map((one) => get(`/api/v1/hospitals/${encodeURIComponent(one.id)}`, { signal })));
  const refused = whole.find((one) => !one.ok);
  return refused || { ...answer, body: hospitals.map((one, i) => ({ ...one, zones: whole[i].body.zones || [] })) };
}
