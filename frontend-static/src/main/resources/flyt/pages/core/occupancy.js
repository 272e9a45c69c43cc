/**
 * A share of open beds as the screen writes it: `91 %`, and a dash where no bed is open. Over 100 % is possible: extra places count
 * above the line only.
 *
 * @param {number} above patients: a row's `live` or `committed`
 * @param {number} staffed open beds
 */
export function shareText(above, staffed) {
  return staffed === 0 ? '–' : `${Math.round((100 * above) / staffed)} %`;
}
