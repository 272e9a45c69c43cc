import { html, svg } from 'lit';

/** Light around a code, so that a camera finds it: four modules, as the standard has it. */
const QUIET = 4;

/** A square code, for a phone's camera: sharp at any size. @param {string[]} rows of `1`, dark, and `0` @param {string} label */
export function squareCode(rows, label) {
  const dark = rows.map((row, y) => [...row].map((module, x) => (module === '1' ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  const size = rows.length + 2 * QUIET;
  return html`<svg class="square" viewBox="${-QUIET} ${-QUIET} ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    ${svg`<path d=${dark} />`}</svg>`;
}
