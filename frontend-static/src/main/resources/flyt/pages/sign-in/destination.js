/**
 * Where to go after the door: `to` of the address, when it is a path of this site; else the start page.
 *
 * @param {{search: string, origin: string}} page
 * @returns {string}
 */
export function destination(page) {
  const to = new URLSearchParams(page.search).get('to') || '/';
  try {
    const target = new URL(to, page.origin);
    const local = target.origin === page.origin && to.startsWith('/') && !/^\/[/\\]/.test(to);
    return local && target.pathname !== '/sign-in' ? `${target.pathname}${target.search}` : '/';
  } catch {
    return '/';
  }
}
