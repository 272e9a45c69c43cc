/**
 * Values of figures in words. Pure.
 *
 * @typedef {'count' | 'percent' | 'minutes' | 'score'} Unit
 */

const MINUTES_OF_AN_HOUR = 60;

/** A value by itself: "2", "97 %", "3 t", "3 t 10 min". @param {number} value @param {Unit} unit @param {import('../core/words.js').Words} words */
export function valueText(value, unit, words) {
  const whole = Math.round(value);
  if (unit === 'minutes' && whole >= MINUTES_OF_AN_HOUR) {
    const n = whole % MINUTES_OF_AN_HOUR;
    return words(n === 0 ? 'alerts.full-hours' : 'alerts.hours', { h: Math.floor(whole / MINUTES_OF_AN_HOUR), n });
  }
  return words(`alerts.value.${unit}`, { value: whole });
}

/** A rule's name: the hospital's own, or the languages'. */
export function ruleText(row, words) {
  const name = row.name || words(`alerts.rule.${row.rule}`);
  return row.wardName === null ? name : words('alerts.of-ward', { ward: row.wardName, name });
}

/** What the owner of an alert is to do. */
export function doText(row, words) {
  return row.action || words(`alerts.do.${row.rule}`);
}

/** Whose an alert is: somebody by name, or a role. */
export function ownerText(row, words) {
  return row.ownerName || words(`alerts.owner.${row.owner}`);
}

/** An action of a card: the hospital's own words, or the languages'. */
export function actionText(action, words) {
  return action.words || words(`alerts.action.${action.action}`);
}

const SEVERITIES = ['critical', 'attention', 'information'];

/** Alerts, the worst first, of those the oldest. */
export function inOrder(alerts) {
  return [...alerts].sort(
    (one, other) =>
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
      Date.parse(one.firedAt) - Date.parse(other.firedAt) ||
      (one.key < other.key ? -1 : 1),
  );
}
