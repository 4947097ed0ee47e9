import fc from 'fast-check';
import { movedPlaces } from '../../web/officer/publication/places';

const letters = fc.string({ unit: fc.constantFrom('a', 'ă', 'b', ' '), maxLength: 12 });

test('R9.1: what was confirmed keeps its words while the text around it is edited, and is open again where they are', () => {
  fc.assert(
    fc.property(letters, letters, letters, letters, letters, (head, removed, between, words, tail) => {
      const before = head + removed + between + words + tail;
      const place = { offset: before.length - tail.length - words.length, length: words.length };
      const after = `${head}—${between}${words}${tail}`;
      expect(
        movedPlaces([place], before, after).map((one) => after.slice(one.offset, one.offset + one.length))
      ).toEqual([words]);
    })
  );
  expect(movedPlaces([{ offset: 4, length: 4 }], 'ông Trần', 'ông Trận')).toEqual([]);
});
