/** Cap height that 16 arcminutes need, beside what the far tier of a wall has: 39 CSS px (guide, part 3). */
const FAR_TIER_PX = 39;
const CAP_HEIGHT = 0.656;
const ARCMINUTES_16 = Math.tan((16 / 60) * (Math.PI / 180));
const WALL_PX = 1920;
const HALF_STEP_M = 0.05;

/** How far off the far tier of a panel of 16:9 can be read, in metres. @param {number} inches its diagonal */
export function readableFrom(inches) {
  const pitchMm = (inches * 25.4 * (16 / Math.hypot(16, 9))) / WALL_PX;
  return (FAR_TIER_PX * CAP_HEIGHT * pitchMm) / ARCMINUTES_16 / 1000;
}

/** Whether it can be read from there. @param {number} inches @param {number} metres */
export function isReadable(inches, metres) {
  return metres <= readableFrom(inches) + HALF_STEP_M;
}
