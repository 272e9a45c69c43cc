import { known } from './known.js';

import { looksBack } from './look-back.js';

/**
 * The texts of one language, from `lang/<language>.json`; keys by meaning, `{name}` is filled in.
 *
 * @typedef {((key: string, fill?: Record<string, string | number | null>) => string) & {has: (key: string) => boolean}} Words
 */

export const LANGUAGES = ['nb', 'en'];

/** @type {Map<string, Promise<Words>>} */
const loaded = new Map();

/**
 * The words of a language, asked for once.
 * @param {string} language one of LANGUAGES
 * @returns {Promise<Words>}
 */
export function loadWords(language) {
  const words = loaded.get(language) || load(language);
  loaded.set(language, words);
  words.catch(() => loaded.delete(language));
  return words;
}

async function load(language) {
  const address = `/static/lang/${language}.json`;
  const texts = known(address);
  if (texts !== undefined) {
    return wordsFrom(texts);
  }
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`No texts for ${language}: ${answer.status}`);
  }
  return wordsFrom(await answer.json());
}

/**
 * @param {Record<string, string>} texts
 * @param {boolean} then whether they are about what was: what is said otherwise then stands under `then.` and the key
 * @returns {Words} throws on a key without text: a missing word is a fault, not a blank
 */
export function wordsFrom(texts, then = looksBack()) {
  const words = (key, fill = {}) => {
    const text = (then && texts[`then.${key}`]) || texts[key];
    if (text === undefined) {
      throw new Error(`No text for ${key}`);
    }
    return text.replace(/\{(\w+)\}/g, (_, name) => String(fill[name] === null ? '' : fill[name]));
  };
  return Object.assign(words, { has: (key) => texts[key] !== undefined });
}
