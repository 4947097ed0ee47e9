import { caseDocument } from '../../documents/caseDocument';
import { runsOf } from '../../documents/glyphs';
import { toDocx } from '../../documents/toDocx';
import { toPdf } from '../../documents/toPdf';
import { inWords, longDay, writtenSize } from '../../documents/writing';
import { lettersOf, pdfPages } from '../support/pdfPages';
import { unzipped } from '../support/unzipped';
import { hardPrint, petitionOf, rareLetters } from './support/casePrint';

test('R1.4: a petition of 5,000 words, a word of 500 letters and tables over pages lose nothing in PDF and DOCX', async () => {
  const document = caseDocument(hardPrint());
  const [pdf, docx] = await Promise.all([toPdf(document), toDocx(document)]);
  const pages = await pdfPages(pdf);
  const xml = unzipped(docx, 'word/document.xml');
  const written = xml.replace(/<[^>]+>/g, '');
  expect(pages.length).toBeGreaterThan(10);
  // Of the Han font, ten megabytes, the PDF has the letters that it draws, and the DOCX nothing.
  expect(pdf.toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSerifTC/);
  expect(pdf.length).toBeLessThan(500_000);
  expect(unzipped(docx, 'word/fontTable.xml')).not.toContain('Noto Serif TC');
  for (const paper of [lettersOf(pages.join(' ')), lettersOf(written)]) {
    expect(paper).toContain(lettersOf('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc'));
    expect(paper).toContain(lettersOf('Kon Tum, ngày 02 tháng 3 năm 2026'));
    expect(paper).toContain('m'.repeat(500));
    expect(paper).toContain(lettersOf('Cán bộ 2, Sở Tư pháp, thay Cán bộ 3'));
    expect(paper).toContain(lettersOf('Nơi nhận'));
    expect(paper).toContain('c0ffee'.padEnd(64, '0'));
  }
  // Page numbers stand between the lines of the PDF, so words are counted instead of compared in a row.
  const petitionWords = lettersOf(petitionOf(5_000)).length + lettersOf(petitionOf(900)).length;
  expect(lettersOf(written).length).toBeGreaterThan(petitionWords);
  expect(lettersOf(pages.join(' ')).length).toBeGreaterThan(petitionWords);
});

test('R1.4: each letter is drawn by a font that has it, and what none has is marked', () => {
  const runs = runsOf(rareLetters);
  expect(runs.filter(({ font }) => font === 'Noto Emoji').map(({ text }) => text)).toEqual([
    '😀',
    '👩‍👩‍👧',
    '👍🏽',
    '❤️',
    '☎️',
  ]);
  expect(runs.filter(({ font }) => font === 'Noto Serif TC').map(({ text }) => text)).toEqual(['漢字', '喃']);
  expect(runs.map(({ text }) => text).join('')).toContain('[U+21A38]');
  expect(runs.map(({ text }) => text).join('')).toContain('Nguyễn Thị Hường ữ ệ'.normalize('NFC'));
});

test('R1.4: numbers, days and sizes are written as an administrative document writes them', () => {
  expect([0, 1, 5, 10, 11, 15, 20, 21, 25, 99, 100].map(inWords)).toEqual([
    'không',
    'một',
    'năm',
    'mười',
    'mười một',
    'mười lăm',
    'hai mươi',
    'hai mươi mốt',
    'hai mươi lăm',
    'chín mươi chín',
    '100',
  ]);
  expect([longDay('2026-02-03'), longDay('2026-11-25')]).toEqual([
    'ngày 03 tháng 02 năm 2026',
    'ngày 25 tháng 11 năm 2026',
  ]);
  expect([0, 1_023, 1_572_864].map(writtenSize)).toEqual(['0 byte', '1023 byte', '1,5 MB']);
});
