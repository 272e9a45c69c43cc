import { html, nothing } from 'lit';
import { change, few, grouped, hidden, minutes, rate, shown } from './numbers.js';

/**
 * The figures that are looked at first, side by side with those of the period before.
 * @param {import('./numbers.js').Sheet} sheet @param {import('./numbers.js').Sheet | null} before
 * @param {number} days length of the period @param {number} daysBefore
 */
export function tiles(sheet, before, days, daysBefore, live, words) {
  return html`<div class="tiles">
    ${hero(sheet, before, words)}
    ${step('orderedToAccepted', 'figures.to-accepted', sheet, before, words)}
    ${step('orderedToStarted', 'figures.to-started', sheet, before, words)}
    <section class="tile" aria-label=${words('figures.tasks')}><h2>${words('figures.tasks')}</h2>
      <p class="big"><b>${grouped(sheet.whole.count)}</b></p>
      <p>${perDay(sheet.whole.count, days, words)}${sheet.whole.delayed ? html` · ${words('figures.delayed', { count: grouped(sheet.whole.delayed) })}` : nothing}${sheet.whole.foundDirty ? html` · ${foundDirty(sheet.whole, words)}` : nothing}</p>
      ${before === null ? nothing : html`<p class="before">${words('figures.before-is', { what: grouped(before.whole.count) })}, ${perDay(before.whole.count, daysBefore, words)}</p>`}
    </section>
    ${live}
  </div>`;
}

/** How many cleans were of beds that counted as clean, and which share of all that is. @param {import('./numbers.js').Group} whole */
function foundDirty({ foundDirty: count, count: all }, words) {
  return words('figures.found-dirty', { count: grouped(count), share: Math.round((count / all) * 100) });
}

/** `Median 22 min, 9 av 10 innen 55`, the numbers large. @param {import('./numbers.js').Spread} spread */
export function medianWords(spread, words) {
  const parts = words('figures.median-p90', { median: `\u0001${minutes(spread.median)}\u0001`, p90: `\u0001${minutes(spread.p90)}\u0001` }).split('\u0001');
  return parts.map((part, i) => (i % 2 === 1 ? html`<b>${part}</b>` : part));
}

function hero(sheet, before, words) {
  const now = shown(sheet.whole, 'orderedToDone');
  const then = before === null ? null : shown(before.whole, 'orderedToDone');
  return html`<section class="tile hero" aria-label=${words('figures.to-done')}><h2>${words('figures.to-done')}</h2>
    ${now === null
      ? html`<p class="big">${hidden(sheet.whole, 'orderedToDone') ? few(sheet, words) : '–'}</p><p>${whyNone(sheet, 'orderedToDone', words)}</p>`
      : html`<p class="big">${medianWords(now, words)}</p><p>${words('figures.of-done', { done: grouped(now.count), count: grouped(sheet.whole.count) })}</p>`}
    ${before === null
      ? nothing
      : html`<p class="before">${words('figures.before-is', { what: beforeWords(before, then, 'orderedToDone', words) })}${badge(now, then, words)}</p>`}
  </section>`;
}

function step(name, title, sheet, before, words) {
  const now = shown(sheet.whole, name);
  const then = before === null ? null : shown(before.whole, name);
  return html`<section class="tile" aria-label=${words(title)}><h2>${words(title)}</h2>
    ${now === null
      ? html`<p class="big">${hidden(sheet.whole, name) ? few(sheet, words) : '–'}</p><p>${whyNone(sheet, name, words)}</p>`
      : html`<p class="big"><b>${minutes(now.median)}</b> min</p><p>${words('figures.p90-of', { p90: minutes(now.p90), count: grouped(now.count) })}</p>`}
    ${before === null ? nothing : html`<p class="before">${words('figures.before-is', { what: then === null ? beforeWords(before, then, name, words) : `${minutes(then.median)} min` })}${badge(now, then, words)}</p>`}
  </section>`;
}

function beforeWords(before, then, name, words) {
  if (then === null) {
    return hidden(before.whole, name) ? few(before, words) : words('figures.nothing');
  }
  return words('figures.median-p90-short', { median: minutes(then.median), p90: minutes(then.p90) });
}

/** By how much it has changed; an arrow goes with the words. */
function badge(now, then, words) {
  const said = change(now, then, words);
  if (said === '') {
    return nothing;
  }
  const less = Math.round(now.median) < Math.round(then.median);
  const same = Math.round(now.median) === Math.round(then.median);
  return html` <span class="change"><span aria-hidden="true">${same ? '→' : less ? '↘' : '↗'}</span> ${said}</span>`;
}

function whyNone(sheet, name, words) {
  return words(hidden(sheet.whole, name) ? 'figures.why-few' : 'figures.why-none', { least: sheet.leastPeople });
}

function perDay(count, days, words) {
  return days < 1.5 ? words('figures.in-period') : words('figures.per-day', { count: rate(count / days, words) });
}

/** How it goes just now. @param {import('./numbers.js').Sheet | null} sheet of what was done in the last hour */
export function liveTile(sheet, at, words) {
  const spread = sheet === null ? null : shown(sheet.whole, 'orderedToDone');
  return html`<section class="tile live" aria-label=${words('figures.last-hour')}><h2><i class="pulse"></i>${words('figures.last-hour')}</h2>
    ${spread === null
      ? html`<p class="big">${sheet !== null && hidden(sheet.whole, 'orderedToDone') ? few(sheet, words) : '–'}</p>
        <p>${sheet === null ? words('figures.loading') : sheet.whole.count === 0 ? words('figures.none-done') : words('figures.done-count', { count: sheet.whole.count })}</p>`
      : html`<p class="big"><b>${minutes(spread.median)}</b> min</p><p>${words('figures.p90-of', { p90: minutes(spread.p90), count: grouped(spread.count) })}</p>`}
    <p class="before">${at === '' ? '' : words('figures.updated', { at })}</p>
  </section>`;
}
