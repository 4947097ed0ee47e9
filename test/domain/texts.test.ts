import { z } from 'zod';
import { phone, shortText } from '../../inputs/text';

const takes = (schema: z.ZodType, value: string) => schema.safeParse(value).success;

describe('R4: a text says something', () => {
  test.each(['', ' \n\t ', '\u200b', '\u2060\ufeff', '\u00ad', '\u3164 \u200d', '\u{e0020}\u{e007f}'])(
    '%j does not',
    (value) => {
      expect(shortText.safeParse(value).error?.issues).toMatchObject([
        { code: 'custom', params: { code: 'too_small' }, message: 'is empty' },
      ]);
    }
  );

  test.each(['.', '\u00adMột\u200b cửa', '❤\ufe0f', '𡨸\u{e0100}'])('%j does, and is kept as it is', (value) => {
    expect(shortText.parse(value)).toBe(value);
  });

  test('the description takes and refuses the same, character by character', () => {
    const { allOf = [] } = z.toJSONSchema(shortText, { io: 'input' });
    const patterns = allOf.map((part) => new RegExp((part as { pattern: string }).pattern, 'u'));
    const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((one) =>
      one.isWellFormed()
    );
    const described = (one: string) => patterns.every((pattern) => pattern.test(one));
    expect(patterns).toHaveLength(2);
    expect(characters.filter((one) => takes(shortText, one) !== described(one))).toEqual([]);
  });
});

describe('R4: a telephone number is one that can be rung', () => {
  test.each([
    '0900000000',
    '0900 000 000',
    '0900.000.000 ',
    '(0260) 3797799',
    '0260 - 3797799',
    '+84 260 379 7799',
    '(+84) 260-379-7799',
    '3797799',
    '+123456789012345',
  ])('%j is', (value) => {
    expect(takes(phone, value)).toBe(true);
  });

  test.each([
    '',
    '0      -',
    '1.......',
    '113',
    '379779',
    '1234567890123456',
    '+',
    '()',
    '((0260)) 3797799',
    'gọi tôi',
    '0900000000x',
  ])('%j is not', (value) => {
    expect(takes(phone, value)).toBe(false);
  });
});
