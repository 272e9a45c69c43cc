/**
 * What somebody on their way through the house can tell or order, and of where. Pure.
 *
 * @typedef {import('./jobs.js').Spot} Spot
 * @typedef {{kind: string, picture: string, goesOn: boolean}} Report `goesOn`: it is asked where to, too
 */

/** @type {Report[]} */
export const reports = [
  { kind: 'clean-spill', picture: 'drop', goesOn: false },
  { kind: 'fault', picture: 'tool', goesOn: false },
  { kind: 'patient-wheelchair', picture: 'wheelchair', goesOn: true },
  { kind: 'patient-bed', picture: 'bed', goesOn: true },
  { kind: 'equipment', picture: 'box', goesOn: true },
];

/** @param {Report} what @param {Spot} from @param {{stop: string} | {ward: string} | null} to */
export function reportOf({ kind }, from, to) {
  if (kind === 'clean-spill') {
    return { type: 'OrderCleaning', bed: from.bed, kind: 'spill' };
  }
  return { type: 'OrderTask', kind, from: { bed: from.bed }, ...(to === null ? {} : { to }) };
}

/** Every bed of a hospital's definition. @param {any} definition @returns {Spot[]} */
export function spotsOf({ wards }) {
  return wards.flatMap((ward) => {
    const beds = (ward.clusters || []).flatMap((cluster) => cluster.rooms.flatMap((room) => room.beds));
    return [...beds, ...(ward.extraPlaces || [])].map(({ id, label, suffix }) => ({ bed: id, label, suffix, ward: ward.id, wardName: ward.name, floor: ward.floor }));
  });
}

/** Beds whose number begins with what was typed; letters of a sign need not be typed. @param {string} typed @param {Spot[]} spots */
export function spotsAt(typed, spots) {
  const digits = (text) => text.replace(/[^0-9]/g, '');
  return spots.filter(({ label = '', suffix = '' }) => digits(`${label}${suffix || ''}`).startsWith(digits(typed)) && digits(typed) !== '');
}

/** Where one is at work now, by the job that one has begun. @param {import('./jobs.js').Job[]} mine @returns {Spot | null} */
export function hereOf([first]) {
  return first !== undefined && first.state === 'in-progress' && first.at.bed ? first.at : null;
}

/** The places of these jobs, each bed once. @param {import('./jobs.js').Job[]} jobs @returns {Spot[]} */
export function nearOf(jobs) {
  const beds = jobs.flatMap(({ at, to }) => [at, to]).filter((spot) => spot && spot.bed);
  return beds.filter((spot, i) => beds.findIndex(({ bed }) => bed === spot.bed) === i).slice(0, 3);
}
