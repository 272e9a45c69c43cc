import { html, render } from 'lit';
import { bedCells } from './bed-cells.js';

/*
 * A page of 1,200 beds that drew each as an element of SVG had as many transforms and layers to put together for every frame; as pictures of
 * SVG in the ground of a box each was laid out anew with every painting. So each look is drawn once, to points. The pictures are made of
 * the same shapes and the same rules as the glyphs.
 */
const WIDTH = 16;
const HEIGHT = 20;
/** Points for each pixel of the page: enough for a line that has opened on a fine screen. */
const FINE = 4;

const drawn = new Set();
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/**
 * The picture of a bed's cell, which a box wears in its ground: the value of its `data-look`. Drawn when it is first asked for, light and dark.
 *
 * @param {string} glyph one of `bedCells` @param {string} tone
 */
export function look(glyph, tone) {
  const name = `${glyph} ${tone}`;
  if (!drawn.has(name)) {
    drawn.add(name);
    const rules = [...document.styleSheets].flatMap((each) => [...each.cssRules]).filter((rule) => rule.selectorText);
    const painted = rules.filter((rule) => /^\.(tone-|glyph \.)/u.test(rule.selectorText)).map((rule) => rule.cssText);
    for (const theme of ['light', 'dark']) {
      const tokens = rules.find((rule) => rule.selectorText.includes(`[data-theme="${theme}"]`) && rule.style.getPropertyValue('--canvas') !== '');
      const style = `:root{${tokens.style.cssText}}${painted.join('')}`;
      void draw(glyph, tone, style, (address) => sheet.insertRule(`[data-theme='${theme}'] [data-look='${name}']{background-image:url("${address}")}`));
    }
  }
  return name;
}

async function draw(glyph, tone, style, use) {
  const box = document.createElement('div');
  render(html`<svg class="glyph tone-${tone}" viewBox="2.3 0.1 19.4 23.8" width=${WIDTH * FINE} height=${HEIGHT * FINE}>${bedCells[glyph]}</svg>`, box);
  const drawing = box.firstElementChild;
  drawing.prepend(document.createElementNS('http://www.w3.org/2000/svg', 'style'));
  drawing.firstElementChild.textContent = style;
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
  await picture.decode();
  const points = document.createElement('canvas');
  points.width = WIDTH * FINE;
  points.height = HEIGHT * FINE;
  points.getContext('2d').drawImage(picture, 0, 0);
  use(points.toDataURL());
}
