import type { AdministrativeDocument } from './document';

/** National title and motto (Decree 30/2020, Appendix I). */
export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Margins in millimetres, sizes of letters in points. */
interface Measures {
  readonly page: { readonly width: number; readonly height: number };
  readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>;
  readonly sizes: Readonly<Record<'text' | 'head' | 'small', number>>;
}

const measures: Record<AdministrativeDocument['paper'], Measures> = {
  // Decree 30/2020, Appendix I: 20 to 25 above and below, 30 to 35 left, 15 to 20 right; letters of 13 to 14.
  A4: {
    page: { width: 210, height: 297 },
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    sizes: { text: 13, head: 12, small: 11 },
  },
  A5: {
    page: { width: 148, height: 210 },
    margins: { top: 12, bottom: 12, left: 14, right: 10 },
    sizes: { text: 10.5, head: 9, small: 9 },
  },
};

/** How a paper of this size is laid out. */
export const measuresOf = (paper: AdministrativeDocument['paper']): Measures => measures[paper];
