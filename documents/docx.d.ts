/** The part of `docx` that is used here: its own types cannot be resolved from a module of Node. */
/* eslint-disable @typescript-eslint/no-extraneous-class -- the classes are the package's */
declare module 'docx' {
  export const AlignmentType: { readonly CENTER: 'center'; readonly BOTH: 'both' };
  export const BorderStyle: { readonly NONE: 'none'; readonly SINGLE: 'single' };
  export const CharacterSet: { readonly VIETNAMESE: 'A3' };
  export const PageNumber: { readonly CURRENT: 'CURRENT' };
  export const TableLayoutType: { readonly FIXED: 'fixed' };
  export const WidthType: { readonly DXA: 'dxa' };

  interface Border {
    readonly style: 'none' | 'single';
    /** Eighths of a point. */
    readonly size: number;
    readonly color: string;
    readonly space?: number;
  }
  type Sides<T> = Partial<Readonly<Record<'top' | 'bottom' | 'left' | 'right', T>>>;

  export interface IRunOptions {
    readonly text?: string;
    readonly children?: readonly 'CURRENT'[];
    readonly font?: string;
    readonly bold?: boolean;
    readonly italics?: boolean;
    /** Half points. */
    readonly size?: number;
  }
  export class TextRun {
    constructor(options: IRunOptions);
  }
  export class ImageRun {
    constructor(options: {
      readonly type: 'png';
      readonly data: Buffer;
      /** Pixels of a screen with 96 to the inch. */
      readonly transformation: { readonly width: number; readonly height: number };
      readonly altText?: { readonly name: string; readonly title: string; readonly description: string };
    });
  }
  export interface IParagraphOptions {
    readonly children?: readonly (TextRun | ImageRun)[];
    readonly alignment?: 'center' | 'both';
    readonly keepNext?: boolean;
    /** Twentieths of a point. */
    readonly spacing?: { readonly before?: number; readonly after?: number };
    readonly indent?: { readonly left: number; readonly right: number };
    readonly border?: Sides<Border>;
  }
  export class Paragraph {
    constructor(options: IParagraphOptions);
  }
  export class TableCell {
    constructor(options: { readonly children: readonly Paragraph[]; readonly margins?: Sides<number> });
  }
  export class TableRow {
    constructor(options: {
      readonly children: readonly TableCell[];
      readonly tableHeader?: boolean;
      readonly cantSplit?: boolean;
    });
  }
  export class Table {
    constructor(options: {
      readonly rows: readonly TableRow[];
      readonly width: { readonly size: number; readonly type: 'dxa' };
      readonly columnWidths: readonly number[];
      readonly layout: 'fixed';
      readonly borders?: Readonly<Record<string, Border>>;
    });
  }
  export class Header {
    constructor(options: { readonly children: readonly Paragraph[] });
  }
  export class Document {
    readonly FontTable: { readonly fontOptionsWithKey: readonly { readonly fontKey: string }[] };
    constructor(options: {
      readonly title: string;
      readonly subject: string;
      readonly creator: string;
      /** Each is embedded. */
      readonly fonts: readonly { readonly name: string; readonly data: Buffer; readonly characterSet: 'A3' }[];
      readonly styles: {
        readonly default: {
          readonly document: {
            readonly run: IRunOptions & { readonly language: { readonly value: string } };
          };
        };
      };
      readonly sections: readonly {
        readonly properties: {
          /** The first page has a header of its own. */
          readonly titlePage: boolean;
          readonly page: {
            readonly size: { readonly width: number; readonly height: number };
            readonly margin: Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'header', number>>;
          };
        };
        readonly headers: { readonly default: Header; readonly first: Header };
        readonly children: readonly (Paragraph | Table)[];
      }[];
    });
  }
  export const Packer: {
    toBuffer(
      document: Document,
      prettify: undefined,
      /** Take the place of the files of the same path. */
      overrides: readonly { readonly path: string; readonly data: string }[]
    ): Promise<Buffer>;
  };
}
