/** A system's scope in words: the name of a deed, or of a view with its level. @param {string} scope `report:lab`, `ward.3` */
export function scopeWords(scope, words) {
  const [view, level] = scope.split('.');
  if (words.has(`deed.${scope}`)) {
    return words(`deed.${scope}`);
  }
  return level === undefined ? words(`view.${view}`) : words('systems.view-level', { view: words(`view.${view}`), level: words(`level.${level}`) });
}
