/*
 * What the server says together with a page: its answers to what the page asks first, by their addresses. A page without them asks.
 */
const said = document.getElementById('known');
const KNOWN = said === null ? {} : JSON.parse(said.textContent);

/** What was said ahead of an address, given once: who asks again asks the server. @param {string} address @returns {any} undefined where nothing was */
export function known(address) {
  const answer = KNOWN[address];
  delete KNOWN[address];
  return answer;
}
