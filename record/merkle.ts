import { createHash } from 'node:crypto';

/** The Merkle tree of RFC 9162 (2.1) over SHA-256, hashes as hexadecimal digits. */

const digest = (kind: 0 | 1, ...parts: Buffer[]): string =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.of(kind), ...parts]))
    .digest('hex');

const nodeOf = (left: string, right: string): string => digest(1, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));

/** The hash of a leaf that holds this text. */
export const leafOf = (content: string): string => digest(0, Buffer.from(content));

/** The root over the hashes of leaves; of none it is the hash of nothing. */
export function rootOf(leaves: readonly string[]): string {
  const [first] = leaves;
  if (first === undefined) return createHash('sha256').digest('hex');
  if (leaves.length === 1) return first;
  const middle = split(leaves.length);
  return nodeOf(rootOf(leaves.slice(0, middle)), rootOf(leaves.slice(middle)));
}

/** What is needed besides the leaf at `index` to reckon the root, from the leaf upwards. */
export function pathOf(leaves: readonly string[], index: number): string[] {
  if (leaves.length <= 1) return [];
  const middle = split(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return index < middle ? [...pathOf(left, index), rootOf(right)] : [...pathOf(right, index - middle), rootOf(left)];
}

/** The root to which a leaf and its path lead; null where the path does not fit the tree. */
export function rootThrough(leaf: string, index: number, size: number, path: readonly string[]): string | null {
  if (index < 0 || index >= size) return null;
  if (size === 1) return path.length === 0 ? leaf : null;
  const beside = path.at(-1);
  if (beside === undefined) return null;
  const middle = split(size);
  const rest = path.slice(0, -1);
  const below =
    index < middle ? rootThrough(leaf, index, middle, rest) : rootThrough(leaf, index - middle, size - middle, rest);
  if (below === null) return null;
  return index < middle ? nodeOf(below, beside) : nodeOf(beside, below);
}

/** The largest power of two below a number of leaves. */
function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
