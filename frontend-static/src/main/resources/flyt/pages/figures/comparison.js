import { html, nothing, svg } from 'lit';
import { few, grouped, hidden, minutes, scale, shown } from './numbers.js';

const WIDTH = 220;
const ROW = 34;

/**
 * The table of what tasks are divided by, now and before side by side.
 * @param {import('./numbers.js').Sheet} sheet @param {import('./numbers.js').Sheet | null} before
 * @param {(group: string | null) => string} name the words for a group
 * @param {(string | null)[]} order the groups, in the order of their lines
 */
export function comparison(sheet, before, by, name, order, words) {
  const here = (of, group) => of.groups.find((one) => one.group === group);
  const spreads = order.flatMap((group) => [sheet, before].map((of) => (of === null ? null : shown(here(of, group), 'orderedToDone'))));
  const lines = scale(Math.max(10, ...spreads.map((spread) => (spread === null ? 0 : spread.p90))));
  const both = before !== null;
  const heads = [
    ['figures.count', null],
    ['figures.to-accepted-min', 'orderedToAccepted'],
    ['figures.to-started-min', 'orderedToStarted'],
    ['figures.to-done-min', 'orderedToDone'],
    ['figures.p90-min', 'orderedToDone'],
  ];
  return html`<table class="comparison ${both ? 'both' : ''}"><caption class="visually-hidden">${words('figures.table', { by: words(`figures.by-${by}`).toLowerCase() })}</caption>
    <thead>
      <tr><th scope="col" rowspan=${both ? 2 : 1}>${words(`figures.by-${by}`)}</th>
        ${heads.map(([head]) => html`<th scope=${both ? 'colgroup' : 'col'} colspan=${both ? 2 : 1}>${words(head)}</th>`)}
        <th scope="col" rowspan=${both ? 2 : 1} class="drawn"><span>${words('figures.drawn')}</span></th></tr>
      ${both ? html`<tr class="sub">${heads.map(() => html`<th scope="col">${words('figures.now')}</th><th scope="col">${words('figures.before')}</th>`)}</tr>` : nothing}
    </thead>
    <tbody>${order.map((group) => {
      const now = here(sheet, group);
      const then = both ? here(before, group) : undefined;
      if ((now === undefined || now.suppressed) && (then === undefined || then.suppressed)) {
        return html`<tr data-group=${group === null ? '' : group}><th scope="row">${name(group)}</th>
          <td>${cell(sheet, now, null, '', words)}</td>${both ? html`<td class="then">${cell(before, then, null, '', words)}</td>` : nothing}
          <td class="few-all" colspan=${both ? 9 : 5}>${now === undefined && then === undefined ? '' : few(sheet, words)}</td></tr>`;
      }
      return html`<tr data-group=${group === null ? '' : group}><th scope="row">${name(group)}</th>
        ${heads.map(([head, step]) => html`<td>${cell(sheet, now, step, head, words)}</td>${both ? html`<td class="then">${cell(before, then, step, head, words)}</td>` : nothing}`)}
        <td class="drawn">${whisker(shown(now, 'orderedToDone'), shown(then, 'orderedToDone'), lines[lines.length - 1])}</td></tr>`;
    })}</tbody>
  </table>`;
}

function cell(sheet, group, step, head, words) {
  if (step === null) {
    return group === undefined ? '0' : grouped(group.count);
  }
  if (hidden(group, step)) {
    return html`<span class="few">${few(sheet, words)}</span>`;
  }
  const spread = shown(group, step);
  return spread === null ? '–' : minutes(head === 'figures.p90-min' ? spread.p90 : spread.median);
}

/** Median as a dot on a bar that ends where nine of ten are done; before: hollow, below. The numbers stand beside it. */
function whisker(now, then, highest) {
  const x = (value) => 6 + ((WIDTH - 12) * value) / highest;
  const one = (spread, y, kind) =>
    spread === null ? nothing : svg`<path class="bar ${kind}" d="M${x(0)} ${y}H${x(spread.p90)}" /><circle class="mid ${kind}" cx=${x(spread.median)} cy=${y} r="5" />`;
  return html`<svg width=${WIDTH} height=${ROW} viewBox="0 0 ${WIDTH} ${ROW}" aria-hidden="true">
    ${one(then, ROW - 9, 'then')}${one(now, then === null ? ROW / 2 : 11, 'now')}</svg>`;
}
