import { readFile } from 'node:fs/promises';
import { CharacterSet, type Document } from 'docx';
import type { AdministrativeDocument } from './document';
import { allFonts, textFont, type FontFamily, type FontName } from './fonts';
import { runsOf } from './glyphs';

/** The elements by which Word knows the faces of a family. */
const elements = {
  normal: 'embedRegular',
  bold: 'embedBold',
  italics: 'embedItalic',
  bolditalics: 'embedBoldItalic',
} as const;
const faces = Object.keys(elements) as (keyof typeof elements)[];

interface EmbeddedFace {
  readonly family: FontName;
  readonly face: keyof typeof elements;
  readonly path: string;
}

/** The faces that a document is drawn with and brings along; of a family with one face, that one. */
export function facesOf(document: AdministrativeDocument): EmbeddedFace[] {
  const drawn = new Set(runsOf(JSON.stringify(document)).map(({ font }) => font));
  return allFonts
    .filter(({ name, wholeInDocx }) => wholeInDocx && (name === textFont.name || drawn.has(name)))
    .flatMap(facesIn);
}

const facesIn = ({ name, files }: FontFamily): EmbeddedFace[] =>
  faces
    .map((face) => ({ family: name, face, path: files[face] }))
    .filter(({ path }, index, all) => all.findIndex((other) => other.path === path) === index);

/** Each face as a font of its own, as the library embeds them. */
export const embedded = (used: readonly EmbeddedFace[]) =>
  Promise.all(
    used.map(async ({ family, face, path }) => ({
      name: `${family} ${face}`,
      data: await readFile(path),
      characterSet: CharacterSet.VIETNAMESE,
    }))
  );

/**
 * The table of fonts with the faces of a family under its name, instead of the library's, which knows regular faces alone.
 * The keys are in capitals: LibreOffice reads no others.
 */
export function fontTable(used: readonly EmbeddedFace[], { FontTable }: Document): { path: string; data: string } {
  const keys = FontTable.fontOptionsWithKey.map(({ fontKey }) => fontKey.toUpperCase());
  const families = [...new Set(used.map(({ family }) => family))].map((family) => {
    const own = used.flatMap((one, index) =>
      one.family === family
        ? [`<w:${elements[one.face]} r:id="rId${String(index + 1)}" w:fontKey="{${keys[index] ?? ''}}"/>`]
        : []
    );
    return `<w:font w:name="${family}"><w:charset w:val="${CharacterSet.VIETNAMESE}"/><w:pitch w:val="variable"/>${own.join('')}</w:font>`;
  });
  const names = [
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  ].join(' ');
  return {
    path: 'word/fontTable.xml',
    data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts ${names}>${families.join('')}</w:fonts>`,
  };
}
