import { fromSnapshot } from './rows.js';

/**
 * What a screen showed at a past moment, with the fields of a {@link Link}: asked for once, then still. Without a reason nobody is
 * named in it; with one everybody is, and the reason is remembered.
 */
export class PastMoment extends EventTarget {
  rows = null;
  beat = null;
  awayBeat = null;
  beside = null;
  refused = null;
  #at;
  #asked = new AbortController();

  /** @param {import('./link.js').Subscription} subscription @param {string} at an instant @param {string} reason empty: none */
  constructor({ hospital, view, scope, level }, at, reason = '') {
    super();
    this.#at = Date.parse(at);
    const query = new URLSearchParams({ view, scope, level: String(level), at });
    void this.#ask(`/api/v1/hospitals/${encodeURIComponent(hospital)}/rows?${query}`, reason);
  }

  silentMs() {
    return 0;
  }

  now() {
    return this.#at;
  }

  close() {
    this.#asked.abort();
  }

  async #ask(address, reason) {
    try {
      const headers = reason === '' ? {} : { 'flyt-reason': encodeURIComponent(reason) };
      const answer = await fetch(address, { signal: this.#asked.signal, headers });
      if (answer.ok) {
        const body = await answer.json();
        this.rows = fromSnapshot({ type: 'snapshot', stream: body.stream, seq: body.seq, rows: body.rows });
      } else {
        this.refused = { reason: 'no-such-moment', title: String(answer.status) };
      }
      this.dispatchEvent(new Event('change'));
    } catch (fault) {
      if (fault.name !== 'AbortError') {
        this.refused = { reason: 'unreachable', title: fault.message };
        this.dispatchEvent(new Event('change'));
      }
    }
  }
}
