/**
 * The keys of the page. Arrows, Home and End walk through the queue and through the people; single letters act on the line that has the
 * keyboard, where they are on and nobody is writing.
 *
 * @typedef {object} Keyed what the keys do
 * @property {boolean} single whether single letters are on
 * @property {(task: string, deed: 'pin' | 'reopen' | 'cancel') => void} act
 * @property {(worker: string) => void} move
 * @property {() => void} search
 * @property {() => void} order
 * @property {() => void} tell
 * @property {() => void} help
 * @property {(index: number) => void} team
 * @property {() => boolean} escape whether there was something to close
 *
 * @param {KeyboardEvent} event @param {HTMLElement} page @param {Keyed} keyed
 */
export function onKey(event, page, keyed) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || target.closest('dialog[open]') !== null) {
    return;
  }
  if (event.key === 'Escape') {
    done(event, keyed.escape());
  } else if (!isWritten(target)) {
    done(event, walked(event.key, target, page) || (keyed.single && pressed(event.key.toLowerCase(), target, keyed)));
  }
}

function done(event, did) {
  if (did) {
    event.preventDefault();
  }
}

/* A field of a dialog that has just shut may have the keyboard for a moment more. */
const isWritten = (target) => target.matches('input, select, textarea') && target.closest('dialog') === null;

/** Each list of stops: the places of the queue, and the people's buttons. */
const STOPS = ['.opens', '.moves'];

function walked(key, target, page) {
  const stops = STOPS.find((selector) => target.matches(selector));
  if (stops === undefined || !(key in STEPS)) {
    return false;
  }
  const all = [...page.querySelectorAll(stops)];
  const next = all[Math.min(all.length - 1, Math.max(0, STEPS[key](all.indexOf(target), all.length)))];
  next.focus();
  return true;
}

const STEPS = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (index, length) => length - 1,
};

const DEEDS = { p: 'pin', b: 'reopen', x: 'cancel' };

function pressed(key, target, keyed) {
  const line = target.closest('[data-key], .more[id]');
  const person = target.closest('[data-worker]');
  if (key in DEEDS && line !== null) {
    keyed.act(taskOf(line), DEEDS[key]);
  } else if (key === 'm' && person !== null) {
    keyed.move(person.dataset.worker);
  } else if (key === '/') {
    keyed.search();
  } else if (key === 'n') {
    keyed.order();
  } else if (key === 's') {
    keyed.tell();
  } else if (key === '?') {
    keyed.help();
  } else if (['1', '2', '3'].includes(key)) {
    keyed.team(Number(key) - 1);
  } else {
    return false;
  }
  return true;
}

const taskOf = (line) => (line.dataset.key ? line.dataset.key.slice('task/'.length) : line.id.slice('more-'.length));
