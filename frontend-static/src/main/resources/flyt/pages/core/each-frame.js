/**
 * A call that runs at most once per animation frame, however often it is asked for. In a page that is
 * not painted (a hidden tab) it runs within a second all the same, so that nothing piles up.
 *
 * @param {() => void} run
 * @returns {{ask: () => void, stop: () => void}}
 */
export function eachFrame(run) {
  let frame = 0;
  let timer = 0;
  const go = () => {
    stop();
    run();
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
  };
  const ask = () => {
    if (frame === 0) {
      frame = requestAnimationFrame(go);
      timer = setTimeout(go, 1000);
    }
  };
  return { ask, stop };
}
