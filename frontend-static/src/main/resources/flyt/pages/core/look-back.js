/**
 * The past moment that a page shows, as its address says it: `at` an instant, `rate` how fast time goes on from there. Nothing else of
 * a look back is in an address, and no reason ever.
 *
 * @typedef {{at: string, rate: number}} Moment
 */

/** Seconds of hospital time per second that can be chosen; 0 stands still. */
export const RATES = [1, 10, 60, 300, 600];

/** What says what a page shows, without saying it of anybody. */
const SHARED = ['tun', 'level', 'team', 'theme', 'lang'];

/** @param {Location} page @returns {Moment | null} null: it shows what is */
export function momentOf(page) {
  const query = new URLSearchParams(page.search);
  const at = Date.parse(query.get('at') || '');
  const rate = Number(query.get('rate') || 0);
  return Number.isNaN(at) ? null : { at: new Date(at).toISOString(), rate: RATES.includes(rate) ? rate : 0 };
}

/** Whether this page shows what was. */
export function looksBack() {
  return momentOf(location) !== null;
}

/** The address of a page at a moment, for anybody; without one as it is now. @param {{pathname: string, search: string}} page @param {Moment | null} moment */
export function addressAt(page, moment) {
  const before = new URLSearchParams(page.search);
  const query = new URLSearchParams(SHARED.filter((name) => before.has(name)).map((name) => [name, before.get(name)]));
  if (moment !== null) {
    query.set('at', moment.at.replace(/\.\d+Z$/, 'Z'));
    if (moment.rate > 0) {
      query.set('rate', String(moment.rate));
    }
  }
  const text = query.toString().replace(/%2C/g, ',').replace(/%3A/g, ':');
  return text === '' ? page.pathname : `${page.pathname}?${text}`;
}
