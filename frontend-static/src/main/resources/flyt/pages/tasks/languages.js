import { loadWords } from '../core/words.js';

/**
 * The languages of the phone: one file each, `lang/tasks.<language>.json`, which holds every word of this page and no others. A new
 * language is a copy of one of them and a line here.
 */
export const LANGUAGES = [
  { code: 'nb', name: 'Norsk' },
  { code: 'en', name: 'English' },
  { code: 'pl', name: 'Polski', machine: 'Tłumaczenie maszynowe, niesprawdzone' },
  { code: 'lt', name: 'Lietuvių', machine: 'Mašininis vertimas, nepatikrintas' },
];

const CHOSEN = 'flyt.tasks.language';

/** As the address says, else as this phone was told last, else as the account is. @param {import('../core/me.js').Me | null} me */
export function languageOf(me) {
  const said = [new URLSearchParams(location.search).get('lang'), localStorage.getItem(CHOSEN), me && me.language];
  return said.find((code) => LANGUAGES.some((language) => language.code === code)) || 'nb';
}

/**
 * The words of a language, and beside them `house`: those of the hospital, in which reasons are sent to colleagues.
 *
 * @typedef {import('../core/words.js').Words & {house: import('../core/words.js').Words}} PhoneWords
 * @param {string} code @returns {Promise<PhoneWords>}
 */
export async function wordsOf(code) {
  const [words, house] = await Promise.all([loadWords(`tasks.${code}`), loadWords('tasks.nb')]);
  return Object.assign(words, { house });
}

/** @param {string} code */
export function remember(code) {
  localStorage.setItem(CHOSEN, code);
}
