import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { AdministrativeDocument, Block, Fact } from './document';
import { embedded, facesOf, fontTable } from './docxFonts';
import { textFont } from './fonts';
import { runsOf } from './glyphs';
import { measuresOf, MOTTO, NATION } from './layout';
import { qrPng } from './qrCode';

/** Twentieths of a point. */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
const halfPoints = (points: number): number => Math.round(points * 2);

type RunStyle = Pick<IRunOptions, 'bold' | 'italics' | 'size'>;
type ParagraphStyle = Omit<IParagraphOptions, 'children'>;

/** Renders a document as DOCX, with its fonts embedded. */
export async function toDocx(document: AdministrativeDocument): Promise<Buffer> {
  const { page, margins, sizes } = measuresOf(document.paper);
  const width = twips(page.width - margins.left - margins.right);
  const small = halfPoints(sizes.small);
  const blocks = await Promise.all(document.blocks.map((block) => rendered(block, width, small)));
  const used = facesOf(document);
  const made = new Document({
    title: document.title,
    subject: document.number,
    creator: document.issuer.name,
    fonts: await embedded(used),
    styles: {
      default: {
        document: { run: { font: textFont.name, size: halfPoints(sizes.text), language: { value: 'vi-VN' } } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(margins.top),
              bottom: twips(margins.bottom),
              left: twips(margins.left),
              right: twips(margins.right),
              header: twips(margins.top / 2),
            },
          },
        },
        headers: {
          default: new Header({ children: [centred(new TextRun({ children: [PageNumber.CURRENT] }))] }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        children: [
          letterhead(document, width, halfPoints(sizes.head)),
          line(
            document.title.toUpperCase(),
            { bold: true },
            { alignment: AlignmentType.CENTER, spacing: { before: 240 } }
          ),
          line(document.about, { bold: true }, { alignment: AlignmentType.CENTER, spacing: { after: 200 } }),
          ...blocks.flat(),
          line(''),
          closing(document, width, small),
        ],
      },
    ],
  });
  return Packer.toBuffer(made, undefined, [fontTable(used, made)]);
}

const written = (text: string, style: RunStyle = {}): TextRun[] =>
  runsOf(text).map(({ text: part, font }) => new TextRun({ text: part, font, ...style }));

const line = (text: string, run: RunStyle = {}, paragraph: ParagraphStyle = {}): Paragraph =>
  new Paragraph({ ...paragraph, children: written(text, run) });

const centred = (...children: TextRun[]): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children });

async function rendered(block: Block, width: number, small: number): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'heading':
      return [
        line(
          block.text,
          { bold: true },
          { keepNext: true, spacing: { before: block.level === 1 ? 200 : 120, after: 60 } }
        ),
        ...(block.under === undefined ? [] : [line(block.under, {}, { keepNext: true, spacing: { after: 40 } })]),
      ];
    case 'text':
      return paragraphsOf(block.text, {}, { alignment: AlignmentType.BOTH, spacing: { after: 60 } });
    case 'facts':
      return block.rows.flatMap(fact);
    case 'table':
      return [
        grid(
          width,
          block.columns.map(({ share }) => share),
          [
            new TableRow({
              tableHeader: true,
              children: block.columns.map(({ label }) =>
                cell([line(label, { bold: true, size: small }, { alignment: AlignmentType.CENTER })])
              ),
            }),
            ...block.rows.map(
              (row) => new TableRow({ children: row.map((text) => cell(paragraphsOf(text, { size: small }))) })
            ),
          ]
        ),
      ];
    case 'qr': {
      const picture = new ImageRun({
        type: 'png',
        data: await qrPng(block.content),
        transformation: { width: 120, height: 120 },
      });
      const beside = block.beside.map((text) => line(text, {}, { spacing: { after: 60 } }));
      return [
        grid(
          width,
          [22, 78],
          [new TableRow({ cantSplit: true, children: [cell([new Paragraph({ children: [picture] })]), cell(beside)] })],
          noBorders
        ),
      ];
    }
  }
}

const paragraphsOf = (text: string, run: RunStyle = {}, paragraph: ParagraphStyle = {}): Paragraph[] =>
  text.split('\n').map((part) => line(part, run, paragraph));

function fact([label, value]: Fact): Paragraph[] {
  const [first = '', ...others] = value.split('\n');
  return [
    new Paragraph({
      spacing: { after: 40 },
      children: [...written(`${label}: `, { italics: true }), ...written(first)],
    }),
    ...others.map((text) => line(text, {}, { spacing: { after: 40 } })),
  ];
}

const noBorders = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map(
    (side) => [side, { style: BorderStyle.NONE, size: 0, color: 'auto' }] as const
  )
);

function grid(width: number, shares: readonly number[], rows: readonly TableRow[], borders?: typeof noBorders): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round((width * share) / whole)),
    layout: TableLayoutType.FIXED,
    rows: [...rows],
    ...(borders === undefined ? {} : { borders }),
  });
}

const cell = (children: Paragraph[]): TableCell =>
  new TableCell({ children, margins: { left: 80, right: 80, top: 40, bottom: 40 } });

/** A line under a paragraph, as wide as a part of its column. */
const ruled = (indent: number): Paragraph =>
  new Paragraph({
    indent: { left: indent, right: indent },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });

function letterhead({ issuer, number, placeAndDate }: AdministrativeDocument, width: number, size: number): Table {
  const middle = { alignment: AlignmentType.CENTER };
  const left = [
    ...(issuer.superior === null ? [] : [line(issuer.superior.toUpperCase(), { size }, middle)]),
    line(issuer.name.toUpperCase(), { size, bold: true }, middle),
    ruled(width * 0.13),
    line(`Số: ${number}`, { size: size - 2 }, middle),
  ];
  const right = [
    line(NATION, { size, bold: true }, middle),
    line(MOTTO, { size, bold: true }, middle),
    ruled(width * 0.14),
    line(placeAndDate, { size, italics: true }, middle),
  ];
  return grid(width, [44, 56], [new TableRow({ children: [cell(left), cell(right)] })], noBorders);
}

function closing({ recipients, signer }: AdministrativeDocument, width: number, size: number): Table {
  const left = [
    line('Nơi nhận:', { bold: true, italics: true, size }),
    ...recipients.map((recipient, index) =>
      line(`- ${recipient}${index === recipients.length - 1 ? '.' : ';'}`, { size })
    ),
  ];
  const middle = { alignment: AlignmentType.CENTER };
  const right = [
    line(signer.capacity.toUpperCase(), { bold: true }, { ...middle, spacing: { after: 900 } }),
    line(signer.name ?? '', { bold: true }, middle),
  ];
  return grid(width, [50, 50], [new TableRow({ cantSplit: true, children: [cell(left), cell(right)] })], noBorders);
}
