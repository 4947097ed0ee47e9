/** The month and the three random groups that follow the prefix of the province. */
const GROUPS = 4;
const GROUP = 4;
const LONGEST_PREFIX = 8;

/**
 * The code of a case as it was given out, of what somebody typed: in any case, with any signs or none between the groups,
 * and with the letters that no code has for the digits they look like. What is no such code stays as it is.
 */
export function caseCodeOf(typed: string): string {
  const upper = typed.replaceAll(/\s/g, '').toUpperCase();
  const signs = upper.replaceAll(/[^A-Z0-9]/g, '');
  const prefix = signs.slice(0, -GROUPS * GROUP);
  if (prefix === '' || prefix.length > LONGEST_PREFIX) return upper;
  const rest = signs.slice(prefix.length).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const groups = Array.from({ length: GROUPS }, (_, index) => rest.slice(index * GROUP, (index + 1) * GROUP));
  return [prefix, ...groups].join('-');
}
