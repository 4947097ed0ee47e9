import sharp from 'sharp';
import { renderSVG } from 'uqr';

/** A QR code as SVG; it can still be read where a quarter of it is spoilt. */
export const qrSvg = (content: string): string => renderSVG(content, { ecc: 'Q', border: 2 });

/** The same as PNG, sharp enough for print. */
export const qrPng = (content: string): Promise<Buffer> =>
  sharp(Buffer.from(qrSvg(content)))
    .resize(600, 600, { kernel: 'nearest' })
    .png()
    .toBuffer();
