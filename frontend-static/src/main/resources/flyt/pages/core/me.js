import { get } from './api.js';

/**
 * Who looks at this page, as the server knows them.
 *
 * @typedef {{role: string, hospital: string, wards: string[] | '*', zones: string[] | '*'}} Grant
 * @typedef {object} Me
 * @property {'person' | 'screen' | 'machine' | 'nobody'} kind
 * @property {boolean} demo whether the people here are invented
 * @property {string} [account] a person's id
 * @property {string} name of a person, in full
 * @property {string} [given] of a person, as boards show it
 * @property {string | null} login null for one who signs in at the hospital's provider
 * @property {string} language of the pages: `nb`
 * @property {Grant[]} grants
 * @property {'own' | 'shared' | 'wall'} device
 * @property {{level: number, naming: string} | null} [screen] the screen that a person stands at
 * @property {boolean} mustChange whether the password must be changed before anything else
 * @property {number} idleSeconds after how long without a request the sign-in ends
 * @property {{views: string[], deeds: string[]}} may
 */

const ADDRESS = '/api/v1/access/me';

/** @type {Promise<Me | null> | null} */
let asked = null;

/** Who looks; asked once for a page. Null when the server cannot be reached. @returns {Promise<Me | null>} */
export function whoLooks() {
  asked = asked || askAgain();
  return asked;
}

/** The same, asked now. */
export async function askAgain() {
  const answer = await get(ADDRESS);
  if (!answer.ok) {
    asked = null;
    return null;
  }
  asked = Promise.resolve(answer.body);
  return answer.body;
}

/** The pages for work by phone, and for whoever looks after people, screens and the log, as far as somebody may see them. @param {Me} me */
export function placesOf(me) {
  const sees = (view) => me.may.views.includes(view);
  return [
    { href: '/tasks', key: 'place.tasks', icon: 'list-check', open: sees('tasks') },
    { href: '/setup/screens', key: 'place.screens', icon: 'device-tv', open: sees('screens') },
    { href: '/setup/accounts', key: 'place.accounts', icon: 'users', open: sees('accounts') },
    { href: '/setup/systems', key: 'place.systems', icon: 'plug-connected', open: sees('accounts') },
    { href: '/integration', key: 'place.integration', icon: 'route', open: sees('inbox') },
    { href: '/audit', key: 'place.audit', icon: 'report-search', open: sees('access-log') },
    { href: '/me', key: 'place.me', icon: 'user-circle', open: me.kind === 'person' },
  ].filter((place) => place.open);
}

/** Whether somebody's work is that of a whole hospital, and not of some of its wards. @param {Me} me @param {string} hospital */
export function worksForAll(me, hospital) {
  return (me.grants || []).some((grant) => (grant.hospital === '*' || grant.hospital === hospital) && grant.wards === '*');
}

const WORKERS = ['cleaner', 'porter'];

/** Where somebody is at home after the door: whoever only does tasks, with their tasks; whoever only keeps messages flowing, with these; others on the start page. @param {Me} me */
export function homeOf(me) {
  const only = (roles) => me.kind === 'person' && me.grants.length > 0 && me.grants.every(({ role }) => roles.includes(role));
  return only(WORKERS) ? '/tasks' : only(['integration-engineer']) ? '/integration' : '/';
}

/** The sign-in page, with the way back here. @param {Location} page @param {string} [trouble] a code of the words `trouble.…` */
export function signInAddress(page, trouble = '') {
  const query = new URLSearchParams({ to: `${page.pathname}${page.search}` });
  if (trouble !== '') {
    query.set('trouble', trouble);
  }
  return `/sign-in?${query}`;
}
