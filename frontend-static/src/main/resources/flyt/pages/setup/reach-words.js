/**
 * What somebody's grant is, in words: `Sykepleier, Lunge`; `Renholder, Fjordvik sykehus, Renhold 1`.
 *
 * @param {import('../core/me.js').Grant} grant
 * @param {{id: string, name: string, wards: {id: string, name: string}[], zones?: {id: string, name: string}[]}[]} hospitals
 */
export function grantWords(grant, hospitals, words) {
  const hospital = hospitals.find((one) => one.id === grant.hospital);
  const named = (all, id) => ((all || []).find((one) => one.id === id) || { name: id }).name;
  const wards = grant.wards === '*' ? [] : grant.wards.map((id) => named(hospital && hospital.wards, id));
  const zones = grant.zones === '*' ? [] : grant.zones.map((id) => named(hospital && hospital.zones, id));
  const where = grant.hospital === '*' ? words('accounts.every-hospital') : hospital ? hospital.name : grant.hospital;
  const within = [...wards, ...zones];
  return [words(`role.${grant.role}`), ...(within.length === 0 ? [where] : within)].join(', ');
}
