/**
 * Light by day and dark by night, on the hospital's clock; a choice in the address wins.
 *
 * @param {string | null} chosen `light`, `dark` or null
 * @param {number | null} minuteOfDay the hospital's; null while it is unknown
 * @param {{lightFrom: string, lightTo: string}} hours `06:30`, `21:30`
 * @returns {'light' | 'dark'}
 */
export function themeFor(chosen, minuteOfDay, hours = { lightFrom: '06:30', lightTo: '21:30' }) {
  if (chosen === 'light' || chosen === 'dark') {
    return chosen;
  }
  if (minuteOfDay === null) {
    return 'light';
  }
  return minuteOfDay >= minutes(hours.lightFrom) && minuteOfDay < minutes(hours.lightTo) ? 'light' : 'dark';
}

const FADE_MS = 400;
/** The tokens of css/tokens.css, once they are registered as colours: only then can they fade. @type {string[] | null} */
let tokens = null;
let touched = false;
let timer = 0;

/**
 * Puts the page into a theme: at once before anything is painted, else in a cross-fade, and not while a finger is
 * down. Pages call it each second, so that what was put off comes later.
 *
 * @param {'light' | 'dark'} theme
 */
export function wear(theme) {
  const root = document.documentElement;
  if (root.dataset.theme === theme || touched) {
    return;
  }
  if (document.body.innerText !== '' && CSS.registerProperty) {
    fade(root);
  }
  root.dataset.theme = theme;
}

/** Light or dark as the device is, unless the address says otherwise. */
export function wearOfDevice() {
  const chosen = new URLSearchParams(location.search).get('theme');
  const dark = chosen === null ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  wear(dark ? 'dark' : 'light');
}

/* The tokens themselves move, on the root alone: everything painted with them follows in the same frame. */
function fade(root) {
  tokens = tokens || registerTokens();
  root.style.transition = tokens.map((name) => `${name} ${FADE_MS}ms linear`).join();
  // Reading a style makes the old colours those from which the fade begins.
  void getComputedStyle(root).backgroundColor;
  clearTimeout(timer);
  timer = setTimeout(() => root.style.removeProperty('transition'), FADE_MS + 100);
}

function registerTokens() {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const light = rules.find((rule) => rule.style && rule.style.getPropertyValue('--canvas') !== '');
  const names = [...light.style].filter((property) => property.startsWith('--'));
  names.forEach((name) => CSS.registerProperty({ name, syntax: '<color>', inherits: true, initialValue: 'transparent' }));
  return names;
}

addEventListener('pointerdown', () => (touched = true), { passive: true });
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(end, () => (touched = false), { passive: true });
}

/** @param {string} clock `06:30` */
function minutes(clock) {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
