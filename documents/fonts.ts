export type FontName = 'Tinos' | 'Noto Emoji' | 'DejaVu Sans' | 'Noto Serif TC';

/** A family and the files of its faces. Where a family has one face, all faces are that one. */
export interface FontFamily {
  readonly name: FontName;
  readonly files: Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>;
  /** A PDF takes the letters it needs; a DOCX takes a font whole or leaves it to the reader's own. */
  readonly wholeInDocx: boolean;
}

const tinos = (face: string): string => require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`);

const oneFace = (name: FontName, path: string, wholeInDocx = true): FontFamily => ({
  name,
  wholeInDocx,
  files: { normal: path, bold: path, italics: path, bolditalics: path },
});

/** Measures as Times New Roman does, which Decree 30/2020 asks for, and may be embedded. */
export const textFont: FontFamily = {
  name: 'Tinos',
  wholeInDocx: true,
  files: {
    normal: tinos('400Regular'),
    bold: tinos('700Bold'),
    italics: tinos('400Regular_Italic'),
    bolditalics: tinos('700Bold_Italic'),
  },
};

/** For what the text font cannot draw, in the order in which they are tried. */
export const fallbackFonts: readonly FontFamily[] = [
  oneFace('Noto Emoji', require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf')),
  oneFace('DejaVu Sans', require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
  // Han letters, and those of Nôm that it has. Ten megabytes: Word has such letters of its own.
  oneFace(
    'Noto Serif TC',
    require.resolve('@expo-google-fonts/noto-serif-tc/400Regular/NotoSerifTC_400Regular.ttf'),
    false
  ),
];

export const allFonts: readonly FontFamily[] = [textFont, ...fallbackFonts];
