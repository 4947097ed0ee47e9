/**
 * When our own mail server took a message, in milliseconds since 1970: the topmost `Received` is the one that it added
 * itself, everything below is for others to have written. Null where there is none that can be read.
 */
export function receivedBy(headers: readonly { readonly key: string; readonly line: string }[]): number | null {
  const topmost = headers.find(({ key }) => key === 'received')?.line;
  const date = topmost
    ?.split(';')
    .at(-1)
    ?.replace(/\([^()]*\)/g, '')
    .trim();
  const moment = date === undefined ? NaN : Date.parse(date);
  return Number.isNaN(moment) ? null : moment;
}
