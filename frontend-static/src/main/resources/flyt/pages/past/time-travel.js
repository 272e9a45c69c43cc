import { links } from '../core/link.js';
import { addressAt, looksBack, travels } from '../core/look-back.js';
import { singleKeys } from '../work/keys-dialog.js';
import './past-player.js';

/**
 * Time travel, on any page that imports this: with a moment in the address the page gets its frame, band and player, which move
 * whatever the page watches; `T` goes there and back, as does whoever says `time-travel` to the document. Its links lead to the same
 * moment. A page knows nothing else of it.
 */

const MINUTE = 60_000;

/** What the page watches. @type {import('../core/link.js').Link | null} */
let watched = null;

links.addEventListener('opened', (/** @type {CustomEvent} */ { detail: link }) => {
  const now = watched === null ? null : watched.now();
  if (looksBack()) {
    if (now !== null) {
      link.seek(now, watched.beat.rate);
    }
    player().link = link;
  }
  watched = link;
});

function player() {
  const there = document.querySelector('flyt-past-player');
  if (there !== null) {
    return there;
  }
  const made = document.createElement('flyt-past-player');
  document.documentElement.classList.add('looking-back');
  document.body.append(made);
  return made;
}

/** To the minute before, or back to now. */
function travel() {
  const now = watched === null ? null : watched.now();
  if (now !== null) {
    location.assign(addressAt(location, looksBack() ? null : { at: new Date(now - MINUTE).toISOString(), rate: 0 }));
  }
}

document.addEventListener('time-travel', travel);

/** A link to another screen leads to that screen as it was then. */
function leadThither(event) {
  const anchor = event.target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (event.target.closest('a[href]')) : null;
  const now = watched === null ? null : watched.now();
  if (looksBack() && now !== null && anchor !== null && anchor.origin === location.origin && travels(anchor) && !anchor.matches('.to-now')) {
    anchor.href = addressAt(anchor, { at: new Date(now).toISOString(), rate: watched.beat.rate });
  }
}

document.addEventListener('click', leadThither, true);
document.addEventListener('auxclick', leadThither, true);

document.addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || target.closest('input, select, textarea, dialog[open]') !== null) {
    return;
  }
  const now = watched === null ? null : watched.now();
  if (now === null) {
    return;
  }
  if (event.key.toLowerCase() === 't' && singleKeys()) {
    travel();
  } else if (looksBack() && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    event.preventDefault();
    player().move((event.key === 'ArrowLeft' ? -1 : 1) * (event.shiftKey ? 60 : 1) * MINUTE);
  }
});
