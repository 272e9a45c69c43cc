/** Whether anybody is at this device: when it was touched last. */
let touchedAt = Date.now();

for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
  addEventListener(sign, () => (touchedAt = Date.now()), { passive: true, capture: true });
}

/** Milliseconds since the page was touched; since it was opened, where it was not. */
export function untouchedMs() {
  return Date.now() - touchedAt;
}
