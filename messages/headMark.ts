/** Signs of the hash that go where there is little room: enough that nobody makes another chain with the same. */
const SIGNS = 10;

/** The head of a case's chain in a few signs that every network takes, `#3:1a2b3c4d5e` (R5). @param head `3:` and the whole hash. */
export const headMark = (head: string): string => {
  const [seq = '', hash = ''] = head.split(':');
  return `#${seq}:${hash.slice(0, SIGNS)}`;
};

/** What stays at the end of a text that is cut: an address, and the mark behind it. */
export const keptEnd = /(?:\shttps?:\S+)?(?:\s#\d+:[0-9a-f]{10})?$/;
