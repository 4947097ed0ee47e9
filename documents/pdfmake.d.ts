/** The part of `pdfmake` that is used here: its published types bring those of browsers along, which this service has not. */
declare module 'pdfmake' {
  /** Left, top, right, bottom, in points. */
  type Margins = readonly [number, number, number, number];

  interface Style {
    readonly font?: string;
    readonly fontSize?: number;
    readonly lineHeight?: number;
    readonly bold?: boolean;
    readonly italics?: boolean;
    readonly noWrap?: boolean;
    readonly alignment?: 'left' | 'center' | 'justify';
    readonly margin?: Margins;
  }
  interface Placed extends Style {
    readonly width?: number | string;
    readonly unbreakable?: boolean;
  }
  export type Content =
    | (Placed & { readonly text: string | readonly Content[] })
    | (Placed & { readonly stack: readonly Content[] })
    | (Placed & { readonly columns: readonly Content[]; readonly columnGap?: number })
    | (Placed & { readonly svg: string; readonly fit: readonly [number, number] })
    | (Placed & {
        readonly canvas: readonly {
          readonly type: 'line';
          readonly x1: number;
          readonly y1: number;
          readonly x2: number;
          readonly y2: number;
          readonly lineWidth: number;
        }[];
      })
    | (Placed & {
        readonly table: {
          readonly headerRows: number;
          readonly widths: readonly string[];
          readonly body: readonly (readonly Content[])[];
        };
      });

  export interface DocumentDefinition {
    readonly pageSize: string;
    readonly pageMargins: Margins;
    readonly info: { readonly title: string; readonly subject: string; readonly author: string };
    readonly defaultStyle: Style;
    readonly header: (page: number) => Content | '';
    readonly content: readonly Content[];
  }

  interface PdfMake {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    setUrlAccessPolicy(allow: (url: string) => boolean): void;
    setLocalAccessPolicy(allow: (path: string) => boolean): void;
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: PdfMake;
  // eslint-disable-next-line import-x/no-default-export -- it is the package's
  export default pdfmake;
}
