/**
 * What there is of beds and patients in a part of a hospital, in plain words: a cluster, a ward, a department or the whole. What is nought
 * is not said, but for beds.
 */

const REASONS = ['staffing', 'infection', 'repair', 'other'];

/** Of those who may stand beside the occupancy: the field of their number, which is the word of the hospital's answer too. */
const KINDS = ['newborns', 'dayPatients', 'observation'];

/**
 * How its beds and its patients are, each as one phrase.
 * @param {any} part a row, a department or a cluster
 * @returns {string[]}
 */
export function countsOf(part, words) {
  return [
    words('counts.beds', { beds: part.beds, staffed: part.staffed }),
    part.closed > 0 && words('counts.closed', { count: part.closed, why: reasonsOf(part, words).join(', ') }),
    ...SAID.map(([field, word]) => part[field] > 0 && words(word, { count: part[field] })),
    ...elsewhere(part, words),
    part.responsible !== undefined && part.responsible !== part.live && words('counts.responsible', { count: part.responsible }),
  ].filter((phrase) => typeof phrase === 'string');
}

/** Which phrase says which number. */
const SAID = [
  ['reserved', 'house.reserved'],
  ['waitingCleaning', 'counts.dirty'],
  ['corridor', 'capacity.corridor'],
  ['surge', 'counts.surge'],
  ['withoutBed', 'counts.without-bed'],
  ['isolated', 'capacity.isolated'],
  ['onLeave', 'capacity.on-leave'],
  ['atHome', 'capacity.at-home'],
];

/** Why beds are closed, each reason with its number. @returns {string[]} */
export function reasonsOf({ closedBy }, words) {
  return REASONS.filter((why) => closedBy[why] > 0).map((why) => `${words(`closed.${why}`)} ${closedBy[why]}`);
}

/** Whose patients lie here, and how many of its own lie elsewhere. @returns {string[]} */
export function elsewhere({ outliersIn, outliersOut }, words) {
  return [
    outliersIn > 0 && words('counts.outliers-in', { count: outliersIn }),
    outliersOut > 0 && words('counts.outliers-out', { count: outliersOut }),
  ].filter((phrase) => typeof phrase === 'string');
}

/** Those who are counted apart now, each with their number. @param {any} house the row of the house @returns {string[]} */
export function apartOf(house, words) {
  return answered(house, 'apart').filter((kind) => house[kind] > 0).map((kind) => words(`counts.${kind}-apart`, { count: house[kind] }));
}

/** Of the three kinds of patients, those of whom the hospital says this. @returns {string[]} */
export function answered(house, answer) {
  return KINDS.filter((kind) => house.counting[kind] === answer);
}
