import { openSync, type Font } from 'fontkit';
import { fallbackFonts, textFont, type FontName } from './fonts';

/** A stretch of text that one font can draw. */
export interface Run {
  readonly text: string;
  readonly font: FontName;
}

const clusters = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const inOrder = [textFont, ...fallbackFonts].map(({ name, files }) => ({ name, font: openSync(files.normal) as Font }));

/** Joiners and selectors, which draw nothing by themselves. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text in stretches, each in the first font that can draw it. Composed and decomposed letters come out the same. What no
 * font can draw becomes its code point in brackets, so that nothing is silently lost on paper.
 */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const { segment } of clusters.segment(text.normalize('NFC').replaceAll('\t', '    '))) {
    const run = drawn(segment);
    const last = runs.at(-1);
    if (last?.font === run.font) runs.splice(-1, 1, { ...last, text: last.text + run.text });
    else runs.push(run);
  }
  return runs;
}

function drawn(cluster: string): Run {
  const plain = cluster.replace(invisible, '');
  for (const { name, font } of inOrder) if (canDraw(font, cluster)) return { text: cluster, font: name };
  for (const { name, font } of inOrder) if (canDraw(font, plain)) return { text: plain, font: name };
  const marks = Array.from(plain, (letter) => `[U+${hex(letter)}]`);
  return { text: marks.join(''), font: textFont.name };
}

const canDraw = (font: Font, letters: string): boolean =>
  Array.from(letters).every((letter) => letter === '\n' || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));

const hex = (letter: string): string => (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
