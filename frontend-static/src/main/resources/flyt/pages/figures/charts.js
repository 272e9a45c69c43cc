import { html, nothing, svg } from 'lit';
import './hour-chart.js';
import { between, line, middle, stair, two } from './hour-chart.js';
import { few, grouped, hidden, minutes, rate, scale, shown } from './numbers.js';

const HOURS = [...Array(24).keys()];

/** How long it takes from order to done, by the hour of the order: the median as a line, to nine of ten as a range. */
export function waitChart(sheet, before, at, point, words) {
  const now = HOURS.map((hour) => shown(groupAt(sheet, hour), 'orderedToDone'));
  const then = HOURS.map((hour) => (before === null ? null : shown(groupAt(before, hour), 'orderedToDone')));
  const veiled = HOURS.map((hour) => hidden(groupAt(sheet, hour), 'orderedToDone'));
  const of = (spreads, name) => spreads.map((spread) => (spread === null ? null : spread[name]));
  const highest = Math.max(10, ...of(now, 'p90'), ...of(then, 'median'));
  const known = HOURS.filter((hour) => now[hour] !== null);
  const worst = known.reduce((one, other) => (one === null || now[other].median > now[one].median ? other : one), null);
  const says = (hour) => hourWords(sheet, now, veiled, hour, words);
  const plot = {
    lines: scale(highest),
    hidden: veiled,
    draw: (place) => svg`<path class="range" d=${between(of(now, 'median'), of(now, 'p90'), place)} />
      <path class="edge" d=${line(of(now, 'p90'), place)} />
      <path class="then" d=${line(of(then, 'median'), place)} />
      <path class="median" d=${line(of(now, 'median'), place)} />
      ${known.map((hour) => svg`<circle class="dot" data-hour=${hour} data-median=${minutes(now[hour].median)} data-p90=${minutes(now[hour].p90)} cx=${middle(hour, place)} cy=${place.y(now[hour].median)} r="4" />`)}`,
  };
  const readout = at !== null ? says(at) : worst === null ? '' : words('figures.longest', { what: says(worst) });
  return html`<figure class="panel" aria-labelledby="wait-title">
    <figcaption><h2 id="wait-title">${words('figures.wait')} <small>${words('figures.wait-unit')}</small></h2>
      <ul class="legend"><li><i class="key median"></i>${words('figures.median')}</li><li><i class="key range"></i>${words('figures.to-p90')}</li>
        ${before === null ? nothing : html`<li><i class="key then"></i>${words('figures.median-before')}</li>`}
        ${veiled.some(Boolean) ? html`<li><i class="key hatch"></i>${few(sheet, words)}</li>` : nothing}</ul></figcaption>
    ${known.length === 0
      ? html`<div class="missing"><b>${words('figures.too-little')}</b><p>${words(veiled.some(Boolean) ? 'figures.missing-people' : 'figures.missing-done', { least: sheet.leastPeople })}</p></div>`
      : html`<flyt-hour-chart id="wait" .plot=${plot} .pointed=${point} label=${words('figures.wait-label', { what: worst === null ? '' : says(worst) })}></flyt-hour-chart>
        <p class="readout">${readout}</p>`}
    ${numbers(words, [words('figures.hour'), words('figures.count'), words('figures.median-min'), words('figures.p90-min'), ...(before === null ? [] : [words('figures.median-before-min')])],
      HOURS.filter((hour) => groupAt(sheet, hour)).map((hour) => [
        hour,
        [grouped(groupAt(sheet, hour).count), ...(veiled[hour] ? [few(sheet, words), few(sheet, words)] : [minutes(now[hour] && now[hour].median), minutes(now[hour] && now[hour].p90)]),
          ...(before === null ? [] : [hidden(groupAt(before, hour), 'orderedToDone') ? few(before, words) : minutes(then[hour] && then[hour].median)])],
      ]), words('figures.wait'))}
  </figure>`;
}

/** What comes in against who is there, by hour. */
export function loadChart(sheet, at, point, words) {
  const requests = sheet.requestsByHour;
  const people = sheet.onDutyByHour;
  const veiled = HOURS.map((hour) => requests[hour] !== null && people[hour] === null);
  const nobody = people.every((one) => one === null || one === 0) && !veiled.some(Boolean);
  const highest = Math.max(4, ...requests, ...people);
  const who = words(sheet.signedOn ? 'figures.on-duty' : 'figures.seen');
  const peopleAt = (hour) => (veiled[hour] ? few(sheet, words) : people[hour] === null ? '–' : rate(people[hour], words));
  const says = (hour) =>
    requests[hour] === null
      ? words('figures.not-in-period', { from: two(hour), to: two((hour + 1) % 24) })
      : words('figures.load-at', { from: two(hour), to: two((hour + 1) % 24), requests: rate(requests[hour], words), who: who.toLowerCase(), people: peopleAt(hour) });
  const busiest = HOURS.reduce((one, other) => ((requests[other] || 0) > (requests[one] || 0) ? other : one), 0);
  const plot = {
    lines: scale(highest),
    hidden: veiled,
    draw: (place) => svg`${HOURS.map((hour) => (requests[hour] === null ? nothing : svg`<path class="bar" data-hour=${hour} data-requests=${rate(requests[hour], words)}
        d=${bar(place.x(hour) + place.band * 0.16, place.y(requests[hour]), place.band * 0.68, place.bottom)} />`))}
      ${nobody ? nothing : svg`<path class="under" d=${stair(people, place)} /><path class="people" d=${stair(people, place)} />`}`,
  };
  return html`<figure class="panel" aria-labelledby="load-title">
    <figcaption><h2 id="load-title">${words('figures.load')} <small>${words('figures.load-unit')}</small></h2>
      <ul class="legend"><li><i class="key bar"></i>${words('figures.requests')}</li>${nobody ? nothing : html`<li><i class="key people"></i>${who}</li>`}
        ${veiled.some(Boolean) ? html`<li><i class="key hatch"></i>${few(sheet, words)}</li>` : nothing}</ul></figcaption>
    <flyt-hour-chart id="load" .plot=${plot} .pointed=${point} label=${words('figures.load-label', { what: says(busiest) })}></flyt-hour-chart>
    <p class="readout">${at === null ? words('figures.busiest', { what: says(busiest) }) : says(at)}</p>
    ${numbers(words, [words('figures.hour'), words('figures.requests'), who],
      HOURS.filter((hour) => requests[hour] !== null).map((hour) => [hour, [rate(requests[hour], words), peopleAt(hour)]]), words('figures.load'))}
  </figure>`;
}

/** The same numbers as in a chart, to read. */
function numbers(words, heads, rows, caption) {
  return html`<details class="numbers"><summary>${words('figures.numbers')}</summary>
    <table><caption class="visually-hidden">${caption}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${rows.map(([hour, cells]) => html`<tr data-hour=${hour}><th scope="row">${two(hour)}–${two((hour + 1) % 24)}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table></details>`;
}

function groupAt(sheet, hour) {
  return sheet.groups.find((group) => group.group === two(hour));
}

function hourWords(sheet, now, veiled, hour, words) {
  const hours = { from: two(hour), to: two((hour + 1) % 24) };
  if (veiled[hour]) {
    return words('figures.few-at', { ...hours, few: few(sheet, words) });
  }
  return now[hour] === null
    ? words('figures.none-at', hours)
    : words('figures.wait-at', { ...hours, median: minutes(now[hour].median), p90: minutes(now[hour].p90), count: grouped(now[hour].count) });
}

/** A bar with round shoulders that stands on the ground. */
function bar(x, y, width, bottom) {
  const r = Math.max(0, Math.min(4, width / 2, bottom - y));
  return `M${x} ${bottom}V${y + r}q0 ${-r} ${r} ${-r}h${width - 2 * r}q${r} 0 ${r} ${r}V${bottom}Z`;
}
