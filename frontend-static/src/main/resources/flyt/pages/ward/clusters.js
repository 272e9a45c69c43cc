/**
 * Which clusters a screen shows, and how their beds fall into columns. Pure.
 *
 * @typedef {import('../core/rows.js').Row} Row
 * @typedef {{id: string, name: string}} Cluster
 */

/** The most beds one screen shows at a size that can be read. */
export const MOST_BEDS = 24;

/**
 * The clusters to show: those asked for, else as many of the first as fit, at least one.
 * @param {Cluster[]} clusters of the ward, in order
 * @param {Row[]} beds all bed rows of the ward
 * @param {string[]} asked ids; unknown ones are passed over
 * @returns {Cluster[]}
 */
export function shownClusters(clusters, beds, asked) {
  const wanted = clusters.filter((cluster) => asked.includes(cluster.id));
  const shown = [];
  let sum = 0;
  for (const cluster of wanted.length > 0 ? wanted : clusters) {
    sum += plannedBeds(beds, cluster.id);
    if (shown.length > 0 && sum > MOST_BEDS) {
      break;
    }
    shown.push(cluster);
  }
  return shown;
}

/**
 * The bed rows of a screen, in their order: the clusters' beds, then the extra places that are in use.
 * An extra place belongs to the whole ward and is shown wherever the ward is.
 * @param {Row[]} beds
 * @param {Cluster[]} shown
 * @returns {Row[]}
 */
export function bedsOf(beds, shown) {
  const ids = shown.map((cluster) => cluster.id);
  const rank = (row) => (isExtra(row) ? ids.length : ids.indexOf(row.cluster));
  return beds
    .filter((row) => (isExtra(row) ? inUse(row) : ids.length === 0 || ids.includes(row.cluster)))
    .sort((a, b) => rank(a) - rank(b) || a.order - b.order);
}

/**
 * The columns of a board: one per cluster where there are two, else the beds in two halves.
 * @param {Row[]} beds in their order
 * @param {Cluster[]} shown
 * @returns {{name: string, beds: Row[]}[]}
 */
export function columnsOf(beds, shown) {
  if (shown.length === 2) {
    const [first, second] = shown;
    return [
      { name: first.name, beds: beds.filter((row) => row.cluster === first.id && !isExtra(row)) },
      { name: second.name, beds: beds.filter((row) => row.cluster !== first.id || isExtra(row)) },
    ];
  }
  const name = shown.map((cluster) => cluster.name).join(', ');
  const half = Math.ceil(beds.length / 2);
  return [
    { name, beds: beds.slice(0, half) },
    { name, beds: beds.slice(half) },
  ];
}

/**
 * Clusters in groups that fit a screen, in order: for the links of the start page.
 * @param {{id: string, name: string, beds: number}[]} clusters
 */
export function screensOf(clusters) {
  const screens = [];
  let room = 0;
  for (const cluster of clusters) {
    if (screens.length === 0 || screens[screens.length - 1].length === 2 || cluster.beds > room) {
      screens.push([]);
      room = MOST_BEDS;
    }
    screens[screens.length - 1].push(cluster);
    room -= cluster.beds;
  }
  return screens;
}

/** `Tun A og B`, `Tun A`; names that share no first word stand in full. @param {Cluster[]} clusters @param {string} and */
export function namesTogether(clusters, and) {
  const names = clusters.map((cluster) => cluster.name);
  if (names.length < 2) {
    return names.join('');
  }
  const first = names[0].split(' ')[0];
  const short = names.every((name) => name.split(' ').length === 2 && name.split(' ')[0] === first);
  const rest = short ? names.slice(1).map((name) => name.split(' ')[1]) : names.slice(1);
  return [[names[0], ...rest.slice(0, -1)].join(', '), rest[rest.length - 1]].join(` ${and} `);
}

/** @param {Row} row */
export function isExtra(row) {
  return row.class === 'extra' || row.extra !== null && row.extra !== undefined;
}

function inUse(row) {
  return row.use !== 'ready' && row.class !== 'closed';
}

function plannedBeds(beds, cluster) {
  return beds.filter((row) => row.cluster === cluster && !isExtra(row)).length;
}
