/**
 * What a kind of work asks of whoever does it: what to wear, to bring and to do, never why a patient is isolated. Pure.
 *
 * @typedef {object} Precaution
 * @property {string | null} sign a glyph of isolation; null: none
 * @property {'iso' | 'mute'} tone
 * @property {string} title a key of the words
 * @property {string[]} dos keys of the words, the most important first: `wear.gown-gloves`
 * @property {string[]} pictures pictograms of what to wear and to bring
 */

const NONE = { sign: null, tone: 'mute' };
const ISOLATED = { tone: 'iso' };

/** @type {Record<string, Precaution>} */
const CLEANING = {
  'clean-protective': { ...NONE, sign: 'protective', title: 'isolation.protective', dos: ['wear.clean', 'do.first'], pictures: ['gown', 'hand', 'first'] },
  'clean-contact': { ...ISOLATED, sign: 'contact', title: 'isolation.contact', dos: ['wear.gown-gloves'], pictures: ['gown', 'glove'] },
  'clean-contact-chlorine': {
    ...ISOLATED,
    sign: 'contact-chlorine',
    title: 'isolation.contact-chlorine',
    dos: ['wear.gown-gloves', 'do.chlorine-twice', 'do.soap'],
    pictures: ['gown', 'glove', 'chlorine', 'twice', 'soap'],
  },
  'clean-droplet': { ...ISOLATED, sign: 'droplet', title: 'isolation.droplet', dos: ['wear.gown-gloves-mask'], pictures: ['gown', 'glove', 'mask'] },
  'clean-airborne': { ...ISOLATED, sign: 'airborne', title: 'isolation.airborne', dos: ['wear.gown-gloves-respirator'], pictures: ['gown', 'glove', 'respirator', 'air'] },
  'clean-spill': { ...NONE, title: 'bring.spill', dos: ['wear.gown-gloves'], pictures: ['gown', 'glove', 'chlorine'] },
  'bed-wash': { ...NONE, title: 'isolation.none', dos: ['wear.gloves'], pictures: ['glove', 'bed'] },
};

const ORDINARY_CLEAN = { ...NONE, title: 'isolation.none', dos: ['wear.gloves-clean'], pictures: ['glove', 'broom', 'bed'] };

/** What to fetch first, of the jobs of porters and technicians. */
const BRING = {
  'patient-bed': ['bring.patient-bed', 'bed'],
  'patient-wheelchair': ['bring.patient-wheelchair', 'wheelchair'],
  'patient-walking': ['bring.patient-walking', 'walk'],
  deceased: ['bring.deceased', 'bed'],
  samples: ['bring.samples', 'tube'],
  blood: ['bring.blood', 'drop'],
  medicine: ['bring.medicine', 'pill'],
  equipment: ['bring.equipment', 'box'],
  linen: ['bring.linen', 'linen'],
  food: ['bring.food', 'food'],
  waste: ['bring.waste', 'bin'],
  'emergency-team': ['bring.emergency-team', 'urgent'],
  fault: ['bring.fault', 'tool'],
};

/** @param {string} kind @returns {Precaution | null} null where nothing is known of a hospital's own kind of work */
export function precautionOf(kind) {
  if (CLEANING[kind]) {
    return CLEANING[kind];
  }
  if (isCleaning(kind)) {
    return ORDINARY_CLEAN;
  }
  const [key, picture] = BRING[kind] || [null, null];
  return key === null ? null : { ...NONE, title: 'bring.title', dos: [key], pictures: [picture] };
}

/** Whether a kind of work is cleaning of a place. @param {string} kind */
export function isCleaning(kind) {
  return kind.startsWith('clean-');
}

/** The picture of a kind of work in a list, where no sign of isolation stands. @param {string} kind */
export function pictureOf(kind) {
  return isCleaning(kind) ? 'broom' : kind === 'bed-wash' ? 'bed' : (BRING[kind] || [null, 'job'])[1];
}

/**
 * The steps of a job, to be ticked off by whoever wants to; they stay on this phone.
 * @param {string} kind @returns {{key: string, picture: string}[]}
 */
export function stepsOf(kind) {
  if (!isCleaning(kind) || kind === 'clean-spill' || kind === 'clean-daily') {
    return [];
  }
  const contagious = kind !== 'clean-standard' && kind !== 'clean-protective';
  return [
    { key: contagious ? 'step.linen-yellow' : 'step.linen', picture: 'linen' },
    { key: 'step.bed', picture: 'bed' },
    { key: 'step.touch', picture: 'touch' },
    { key: 'step.bath', picture: 'bath' },
    { key: 'step.floor', picture: 'broom' },
  ];
}
