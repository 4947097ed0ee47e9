import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A page as it was drawn: red, green, blue and nothing of each dot. */
export interface Dots {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture as a PDF holds it. */
export interface PagePicture {
  readonly Width: number;
  readonly Height: number;
  readonly ColorSpace: 'DeviceRGB' | 'DeviceGray';
  readonly BitsPerComponent: 4 | 8;
  readonly Filter: 'DCTDecode' | 'FlateDecode';
  readonly content: Uint8Array;
}

/** How far the parts of a dot are from each other where it has a colour, and not what a scanner made of grey. */
const COLOURED = 24;

/**
 * A page without colour in what takes less room: print in sixteen shades, which keep its edges, photographs as such.
 * Any other page is a photograph in colour.
 */
export async function pagePicture({ data, width, height }: Dots): Promise<PagePicture> {
  const size = { Width: width, Height: height };
  const photograph = { ...size, BitsPerComponent: 8, Filter: 'DCTDecode' } as const;
  const grey = greyOf(data);
  if (grey === null) {
    const coloured = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
    return { ...photograph, ColorSpace: 'DeviceRGB', content: await coloured.jpeg().toBuffer() };
  }
  const shades = deflateSync(inShades(grey, width));
  const jpeg = await sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg()
    .toBuffer();
  return jpeg.length < shades.length
    ? { ...photograph, ColorSpace: 'DeviceGray', content: jpeg }
    : { ...size, ColorSpace: 'DeviceGray', BitsPerComponent: 4, Filter: 'FlateDecode', content: shades };
}

/** A byte for each dot; null where one has a colour. */
function greyOf(data: Uint8Array): Uint8Array | null {
  const grey = new Uint8Array(data.length / 4);
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > COLOURED) return null;
    grey[at / 4] = green;
  }
  return grey;
}

/** Two dots to a byte; each row begins with one. */
function inShades(grey: Uint8Array, width: number): Uint8Array {
  const bytesOfRow = Math.ceil(width / 2);
  const packed = new Uint8Array(bytesOfRow * (grey.length / width));
  for (let at = 0; at < grey.length; at++) {
    const column = at % width;
    const byte = ((at - column) / width) * bytesOfRow + (column >> 1);
    const shade = Math.round((grey[at] ?? 0) / 17);
    packed[byte] = (packed[byte] ?? 0) | (column % 2 === 0 ? shade << 4 : shade);
  }
  return packed;
}
