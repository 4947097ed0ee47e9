import pdfmake, { type Content, type DocumentDefinition } from 'pdfmake';

import type { AdministrativeDocument, Block } from './document';
import { allFonts, textFont } from './fonts';
import { runsOf } from './glyphs';
import { measuresOf, MOTTO, NATION } from './layout';
import { qrSvg } from './qrCode';

const fontFiles: readonly string[] = allFonts.flatMap(({ files }) => Object.values(files));

pdfmake.setFonts(Object.fromEntries(allFonts.map(({ name, files }) => [name, { ...files }])));
// A document takes nothing from the net, and from the disk nothing but its fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontFiles.includes(path));

/** Points that are free under a heading, or it goes to the next page: no heading ends one. */
const ROOM = 42;

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Renders a document as PDF, with its fonts embedded. */
export function toPdf(document: AdministrativeDocument): Promise<Buffer> {
  const { sizes, margins } = measuresOf(document.paper);
  const points = (millimetres: number): number => millimetres * POINTS_PER_MILLIMETRE;
  const definition: DocumentDefinition = {
    pageSize: document.paper,
    pageMargins: [points(margins.left), points(margins.top), points(margins.right), points(margins.bottom)],
    info: { title: document.title, subject: document.number, author: document.issuer.name },
    defaultStyle: { font: textFont.name, fontSize: sizes.text, lineHeight: 1.15 },
    header: (page: number) =>
      page === 1 ? '' : { text: String(page), alignment: 'center', margin: [0, points(margins.top / 2), 0, 0] },
    content: [
      letterhead(document, sizes.head),
      { text: written(document.title.toUpperCase()), bold: true, alignment: 'center', margin: [0, 14, 0, 2] },
      { text: written(document.about), bold: true, alignment: 'center', margin: [0, 0, 0, 10] },
      ...document.blocks.map((block) => rendered(block, sizes.small)),
      closing(document, sizes.small),
    ],
  };
  return pdfmake.createPdf(definition).getBuffer();
}

const written = (text: string): Content[] => runsOf(text).map(({ text: part, font }) => ({ text: part, font }));

const rule = (width: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7 }],
  alignment: 'center',
  margin: [0, 1, 0, 4],
});

function letterhead({ issuer, number, placeAndDate }: AdministrativeDocument, fontSize: number): Content {
  const superior = issuer.superior === null ? [] : [{ text: written(issuer.superior.toUpperCase()) }];
  return {
    fontSize,
    columns: [
      {
        width: '44%',
        alignment: 'center',
        stack: [
          ...superior,
          { text: written(issuer.name.toUpperCase()), bold: true },
          rule(60),
          { text: written(`Số: ${number}`), fontSize: fontSize - 1, noWrap: true },
        ],
      },
      {
        width: '*',
        alignment: 'center',
        stack: [
          { text: NATION, bold: true, noWrap: true },
          { text: MOTTO, bold: true },
          rule(150),
          { text: written(placeAndDate), italics: true },
        ],
      },
    ],
  };
}

function rendered(block: Block, small: number): Content {
  switch (block.kind) {
    case 'heading':
      return {
        unbreakable: true,
        margin: block.level === 1 ? [0, 10, 0, 4 - ROOM] : [0, 6, 0, 2 - ROOM],
        stack: [
          { text: written(block.text), bold: true },
          ...(block.under === undefined ? [] : [{ text: written(block.under) }]),
          { text: '', fontSize: 1, margin: [0, ROOM, 0, 0] },
        ],
      };
    case 'text':
      return {
        stack: block.text
          .split('\n')
          .map((line) => ({ text: written(line), alignment: 'justify', margin: [0, 0, 0, 3] })),
      };
    case 'facts':
      return {
        stack: block.rows.map(([label, value]) => ({
          text: [{ text: `${label}: `, italics: true }, ...written(value)],
          margin: [0, 0, 0, 2],
        })),
      };
    case 'table':
      return {
        fontSize: small,
        margin: [0, 2, 0, 4],
        table: {
          headerRows: 1,
          widths: widthsOf(block.columns),
          body: [
            block.columns.map(({ label }): Content => ({ text: label, bold: true, alignment: 'center' })),
            ...block.rows.map((row) => row.map((cell): Content => ({ text: written(cell) }))),
          ],
        },
      };
    case 'qr':
      return {
        unbreakable: true,
        margin: [0, 2, 0, 4],
        stack: [
          {
            columnGap: 10,
            columns: [
              { width: 90, svg: qrSvg(block.content), fit: [90, 90] },
              { width: '*', stack: block.beside.map((line) => ({ text: written(line), margin: [0, 0, 0, 3] })) },
            ],
          },
        ],
      };
  }
}

function widthsOf(columns: readonly { readonly share: number }[]): string[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => `${String((100 * share) / whole)}%`);
}

const closing = ({ recipients, signer }: AdministrativeDocument, small: number): Content => ({
  unbreakable: true,
  margin: [0, 14, 0, 0],
  stack: [
    {
      columns: [
        {
          width: '50%',
          fontSize: small,
          stack: [
            { text: 'Nơi nhận:', bold: true, italics: true },
            ...recipients.map((recipient, index) => ({
              text: written(`- ${recipient}${index === recipients.length - 1 ? '.' : ';'}`),
            })),
          ],
        },
        {
          width: '*',
          alignment: 'center',
          stack: [
            { text: signer.capacity.toUpperCase(), bold: true, margin: [0, 0, 0, 48] },
            { text: written(signer.name ?? ''), bold: true },
          ],
        },
      ],
    },
  ],
});
