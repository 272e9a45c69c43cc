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

/** @param {'light' | 'dark'} theme */
export function wear(theme) {
  if (document.documentElement.dataset.theme !== theme) {
    document.documentElement.dataset.theme = theme;
  }
}

/** @param {string} clock `06:30` */
function minutes(clock) {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
