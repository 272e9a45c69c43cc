/**
 * The texts of one language, from `lang/<language>.json`; keys by meaning, `{name}` is filled in.
 *
 * @typedef {((key: string, fill?: Record<string, string | number | null>) => string) & {has: (key: string) => boolean}} Words
 */

export const LANGUAGES = ['nb', 'en'];

/**
 * @param {string} language one of LANGUAGES
 * @returns {Promise<Words>}
 */
export async function loadWords(language) {
  const answer = await fetch(`/static/lang/${language}.json`);
  if (!answer.ok) {
    throw new Error(`No texts for ${language}: ${answer.status}`);
  }
  return wordsFrom(await answer.json());
}

/**
 * @param {Record<string, string>} texts
 * @returns {Words} throws on a key without text: a missing word is a fault, not a blank
 */
export function wordsFrom(texts) {
  const words = (key, fill = {}) => {
    const text = texts[key];
    if (text === undefined) {
      throw new Error(`No text for ${key}`);
    }
    return text.replace(/\{(\w+)\}/g, (_, name) => String(fill[name] === null ? '' : fill[name]));
  };
  return Object.assign(words, { has: (key) => texts[key] !== undefined });
}
