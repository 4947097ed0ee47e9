import { PDFiumLibrary } from '@hyzyla/pdfium';
import { pagePicture, type Dots, type PagePicture } from './pagePicture';

/** A page as one sees it, and the size of the paper in points. */
interface DrawnPage {
  readonly picture: PagePicture;
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
      const dots: Dots = await page.render({ scale });
      yield { picture: await pagePicture(dots), width: dots.width / scale, height: dots.height / scale };
    }
    document.destroy();
  } finally {
    library.destroy();
  }
}
