import fc from 'fast-check';
import { segmentsOf, smsText } from '../../messages/channels/smsText';
import { headMark } from '../../messages/headMark';
import { written } from '../../messages/render';
import { shortened } from '../../messages/shortened';

const hash = 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90';
const frame = { language: 'vi', preferences: null } as const;
const link = 'https://pakn.tinh.example/track/PAKN-2610-ABCD-EFGH-JKLM';
const shortOf = (short: string, facts: object = { head: `12:${hash}` }) =>
  written({ subject: '', body: '', short }, facts, frame).short;

describe('R5: the head of the chain stands on a short message too', () => {
  test('in ten signs behind the text; a message that is not sent in short has none, nor has one about no case', () => {
    expect(shortOf('Đã tiếp nhận. {{link}}', { link, head: `12:${hash}` })).toBe(
      `Đã tiếp nhận. ${link} #12:a1b2c3d4e5`
    );
    expect([shortOf(''), shortOf('Ngày mới', {})]).toEqual(['', 'Ngày mới']);
  });

  test.each([
    [true, 'UCS-2'],
    [false, 'GSM-7'],
  ] as const)('however long the text and the mark (diacritics: %s), both ends fit %s', (diacritics, encoding) => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Đường', 'hư', 'hỏng', 'được', 'sửa', 'PAKN'), { maxLength: 300 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 2, max: 4 }),
        (words, seq, maxSegments) => {
          const mark = headMark(`${String(seq)}:${hash}`);
          const text = smsText(`Được ${words.join(' ')} ${link} ${mark}`, { diacritics, maxSegments });
          expect(text.endsWith(`${link} ${mark}`)).toBe(true);
          expect(segmentsOf(text).parts.length).toBeLessThanOrEqual(maxSegments);
          expect(segmentsOf(mark)).toEqual({ encoding: 'GSM-7', parts: [mark] });
          if (encoding === 'GSM-7') expect(segmentsOf(text).encoding).toBe('GSM-7');
        }
      ),
      { numRuns: 200 }
    );
  });
});

test('a text that is cut for Zalo keeps the address and the head of the chain', () => {
  const fits = ({ length }: string) => length <= 400;
  const end = ` ${link} ${headMark(`7:${hash}`)}`;
  const cut = shortened(`Tiến độ: ${'đang sửa đường '.repeat(60)}${end.trimStart()}`, fits);
  expect(cut.endsWith(`...${end}`)).toBe(true);
  expect(cut.length).toBeGreaterThan(380);
  expect(fits(cut)).toBe(true);
  expect(shortened(`Ngắn.${end}`, fits)).toBe(`Ngắn.${end}`);
});

test('R1.4: what people wrote breaks a body into lines, never a subject or a short message', () => {
  const said = fc.array(fc.constantFrom('Bcc: a@b.vn', 'đường', '\r\n', '\n', '\u2028', '\u0085', ' '));
  fc.assert(
    fc.property(said, (parts) => {
      const title = parts.join('');
      const texts = { subject: 'Về {{title}}', body: '{{title}}', short: 'Về {{title}}' };
      const { subject, body, short } = written(texts, { title }, frame);
      expect([subject, short].join()).not.toMatch(/[\r\n\u2028\u0085]/);
      expect(body).toContain(title);
    })
  );
});
