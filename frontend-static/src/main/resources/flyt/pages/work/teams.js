/**
 * The teams that work is handed out to, in the order of their tabs, and what counts for their deadlines: `done` or `started` by then.
 *
 * Cleans are ordered as such, by the sort of clean; whatever else there is, as a task of its kind.
 *
 * @typedef {'cleaning' | 'porters' | 'technical'} Team
 */

/** @type {{id: Team, counts: 'done' | 'started', kinds: string[]}[]} `kinds`: what can be ordered by hand, the usual one first */
export const TEAMS = [
  {
    id: 'cleaning',
    counts: 'done',
    kinds: ['clean-standard', 'clean-protective', 'clean-contact', 'clean-contact-chlorine', 'clean-droplet', 'clean-airborne', 'clean-spill', 'clean-daily', 'bed-wash'],
  },
  {
    id: 'porters',
    counts: 'started',
    kinds: [
      'patient-bed', 'patient-wheelchair', 'patient-walking', 'samples', 'blood', 'medicine', 'equipment', 'linen', 'food', 'waste',
      'deceased', 'emergency-team',
    ],
  },
  { id: 'technical', counts: 'started', kinds: ['fault'] },
];

/** The team that an address asks for; the first one when it asks for none. @param {string | null} id */
export function teamOf(id) {
  return TEAMS.find((team) => team.id === id) || TEAMS[0];
}
