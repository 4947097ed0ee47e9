/** APP0 (JFIF), APP2 (colour profile) and APP14 (how colours are stored) tell how to draw; the others tell of the photograph. */
const kept = [0xe0, 0xe2, 0xee];
const START_OF_IMAGE = 0xd8;
const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;

/**
 * A JPEG stream without what its segments tell of the photograph; its pixels are left as they are.
 * @throws Error where it does not begin as a JPEG does: viewers look further for one.
 */
export function withoutMetadata(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== START_OF_IMAGE)
    throw new Error('A photograph in it does not begin as a JPEG does.');
  const parts = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === START_OF_SCAN) break;
    const end = at + 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0));
    const tells = (marker >= 0xe0 && marker <= 0xef && !kept.includes(marker)) || marker === COMMENT;
    if (!tells) parts.push(jpeg.subarray(at, end));
    at = end;
  }
  parts.push(jpeg.subarray(at));
  return Buffer.concat(parts);
}
