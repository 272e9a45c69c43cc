import { html, nothing } from 'lit';

/**
 * How the feeds are, those that somebody must see to first, with what to do about it and whom to tell.
 *
 * @param {{source: string, name: string, lastHeard: string | null, silentSince: string | null, rejectingSince: string | null, owner: string | null}[]} feeds
 * @param {import('../core/words.js').Words} words @param {import('../core/hospital-time.js').HospitalTime} time
 */
export function feedStates(feeds, words, time) {
  const urgent = (feed) => (feed.rejectingSince !== null || feed.silentSince !== null ? 0 : 1);
  const sorted = [...feeds].sort((a, b) => urgent(a) - urgent(b));
  return feeds.length === 0
    ? nothing
    : html`<section class="card"><table class="feeds">
        <caption>${words('integration.feeds')}</caption>
        <thead><tr>${['source', 'last-heard', 'state', 'action'].map((head) => html`<th scope="col">${words(`integration.${head}`)}</th>`)}</tr></thead>
        <tbody>${sorted.map((feed) => row(feed, words, time))}</tbody>
      </table></section>`;
}

function row(feed, words, time) {
  const said = (at) => `${time.dateOfYear(at)} ${time.clock(at)}`;
  return html`<tr data-feed=${feed.source}>
    <th scope="row"><span>${feed.name}<small>${feed.source}</small></span></th>
    <td data-label=${words('integration.last-heard')}>${feed.lastHeard === null ? words('integration.never') : said(feed.lastHeard)}</td>
    <td data-label=${words('integration.state')}>
      ${feed.silentSince === null ? nothing : html`<span class="chip crit">${words('integration.silent', { at: said(feed.silentSince) })}</span>`}
      ${feed.rejectingSince === null ? nothing : html`<span class="chip crit">${words('integration.rejecting', { at: said(feed.rejectingSince) })}</span>`}
      ${feed.silentSince === null && feed.rejectingSince === null ? html`<span class="chip ok">${words('integration.alive')}</span>` : nothing}</td>
    <td data-label=${words('integration.action')}>
      ${feed.silentSince === null ? nothing : html`<span class="line">${words('integration.do-silent')}</span>`}
      ${feed.rejectingSince === null ? nothing : html`<span class="line">${words('integration.do-rejecting')}</span>`}
      ${feed.owner === null ? nothing : html`<span class="line">${words('integration.owner', { owner: feed.owner })}</span>`}</td>
  </tr>`;
}
