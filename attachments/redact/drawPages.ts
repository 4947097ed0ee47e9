import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

/** A page as one sees it: a JPEG, and the size of the paper in points. */
interface DrawnPage {
  readonly picture: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Small print stays legible. */
const DOTS_PER_POINT = 150 / 72;
/** About what a poster has (A1); what is larger is drawn more coarsely. */
const MOST_DOTS = 20_000_000;

/**
 * The pages of a PDF one after the other, turned and cropped as they are shown.
 * @throws Error where it cannot be read.
 */
export async function* drawnPages(pdf: Uint8Array): AsyncGenerator<DrawnPage> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    for (const page of document.pages()) {
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const scale = Math.min(DOTS_PER_POINT, Math.sqrt(MOST_DOTS / (originalWidth * originalHeight)));
      const { data, width, height } = await page.render({ scale, render: asJpeg });
      yield { picture: Buffer.from(data), width: width / scale, height: height / scale };
    }
    document.destroy();
  } finally {
    library.destroy();
  }
}

interface Dots {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const asJpeg = ({ data, width, height }: Dots): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg()
    .toBuffer();
