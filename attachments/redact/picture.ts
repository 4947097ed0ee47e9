import sharp from 'sharp';

/** About four times what a telephone's camera makes. */
const MOST_PIXELS = 200_000_000;

/**
 * The picture drawn anew, turned as its camera said: nothing of where, when and by what it was taken stays, nor a
 * thumbnail from before it was cut.
 * @throws Error where it cannot be read whole.
 */
export async function redactPicture(content: Buffer): Promise<Buffer> {
  sharp.concurrency(1);
  const picture = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  const { format, pages = 1 } = await picture.metadata();
  if (pages > 1) throw new Error('Make a PDF of it first: it has several pages.');
  return picture.autoOrient().toFormat(format).toBuffer();
}
