import { LANGUAGES } from './words.js';

/**
 * What the address of a page asks for.
 *
 * @typedef {object} Wish
 * @property {string} hospital
 * @property {string} ward empty where the page is not of a ward
 * @property {string[]} clusters ids of `tun=A,B`; empty: as many as fit
 * @property {1 | 2 | 3 | null} level at most; null when unsaid: as much as whoever looks may see
 * @property {'light' | 'dark' | null} theme
 * @property {string} language
 */

/** @param {Location} page @returns {Wish} */
export function wishOf(page) {
  const [, , hospital = '', ward = ''] = page.pathname.split('/').map(decodeURIComponent);
  const query = new URLSearchParams(page.search);
  const theme = query.get('theme');
  const language = query.get('lang') || '';
  return {
    hospital,
    ward,
    clusters: (query.get('tun') || '').split(',').filter((id) => id !== ''),
    level: { 1: 1, 2: 2, 3: 3 }[query.get('level') || ''] || null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    language: LANGUAGES.includes(language) ? language : 'nb',
  };
}

/** The address of this page with some of its query changed; null takes a wish away. */
export function withQuery(page, changes) {
  const query = new URLSearchParams(page.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) {
      query.delete(name);
    } else {
      query.set(name, value);
    }
  }
  const text = query.toString().replace(/%2C/g, ',');
  return text === '' ? page.pathname : `${page.pathname}?${text}`;
}

/** The address of a ward board. */
export function wardAddress(hospital, ward, query) {
  const text = new URLSearchParams(query).toString().replace(/%2C/g, ',');
  return `/ward/${encodeURIComponent(hospital)}/${encodeURIComponent(ward)}${text === '' ? '' : `?${text}`}`;
}
