/**
 * The early-warning chip. Pure.
 *
 * @typedef {{kind: 'none' | 'not-applicable' | 'incomplete' | 'score', score: string,
 *   level: '' | 'single' | 'medium' | 'high', trend: string, measured: string, label: string}} EwsView
 *   `measured` is filled when the score is older than its own interval
 */

/**
 * @param {any} ews of an occupant, or null
 * @param {import('./bed-row.js').Context} context
 * @returns {EwsView}
 */
export function ewsView(ews, { words, time, now }) {
  const view = { score: '', level: '', trend: '', measured: '' };
  if (!ews) {
    return { ...view, kind: 'none', label: words('ews.none') };
  }
  if (ews.notApplicable) {
    const scale = ews.scale && ews.scale !== 'NEWS2' ? ews.scale : '';
    return { ...view, kind: 'not-applicable', score: scale, label: `${words('ews.not-applicable')} ${scale}`.trim() };
  }
  if (ews.score === null || ews.score === undefined) {
    return { ...view, kind: 'incomplete', label: words('ews.incomplete') };
  }
  const old = Boolean(ews.dueAt && ews.measuredAt) && now > Date.parse(ews.dueAt);
  const full = {
    kind: 'score',
    score: String(ews.score),
    level: levelOf(ews),
    trend: ews.trend || '',
    measured: old ? words('ews.measured', { at: time.clock(ews.measuredAt) }) : '',
  };
  return { ...full, label: labelOf(ews, full, words) };
}

function levelOf(ews) {
  if (ews.score >= 7) {
    return 'high';
  }
  if (ews.score >= 5) {
    return 'medium';
  }
  return ews.single3 ? 'single' : '';
}

function labelOf(ews, view, words) {
  const parts = [`${ews.scale} ${view.score}`];
  if (view.level !== '') {
    parts.push(words(`ews.${view.level}`));
  }
  if (view.trend !== '') {
    parts.push(words(`ews.trend-${view.trend}`));
  }
  if (view.measured !== '') {
    parts.push(view.measured);
  }
  return parts.join(', ');
}

/** Whether an occupant's score makes the row critical. @param {any} occupant */
export function isCritical(occupant) {
  return Boolean(occupant && occupant.ews) && !occupant.ews.notApplicable && occupant.ews.score >= 7;
}
