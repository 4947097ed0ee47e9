import fc from 'fast-check';
import { hashOf, type Link } from '../../record/chain';
import { canonical } from '../../record/canonical';
import { reveal } from '../../record/personal';
import { firstBreach, type RecordedCase } from '../../record/verify';
import { paperCase } from '../support/paperCase';
import { reception, submitter } from '../support/people';
import { walks } from '../domain/support/walk';
import { onRecord } from './support/onRecord';

/** A life that any people led, on record, and one of its events. */
const lives = fc
  .tuple(
    walks.map((places) => places.at(-1)!.events),
    fc.nat()
  )
  .map(([events, pick]) => ({ events, record: onRecord('TEST-1', events), at: pick % events.length }));

const always = (check: (life: { record: RecordedCase; at: number }) => void) => {
  fc.assert(fc.property(lives, check), { numRuns: 25 });
};
const withLinks = (record: RecordedCase, links: readonly Link[]): RecordedCase => ({ ...record, links });
const breachOf = (record: RecordedCase) => firstBreach(record)?.seq;

describe('R5: the record of any life', () => {
  test('is whole as it was written, and reads as it happened', () => {
    fc.assert(
      fc.property(lives, ({ events, record }) => {
        expect(firstBreach(record)).toBeNull();
        expect(record.links.map(({ event }) => reveal(event, record.personal))).toEqual(events);
      }),
      { numRuns: 25 }
    );
  });

  test('names the event in which one character is another', () => {
    fc.assert(
      fc.property(lives, fc.nat(), ({ record, at }, place) => {
        const altered = withOtherCharacter(record.links[at]!, place);
        expect(breachOf(withLinks(record, record.links.with(at, altered)))).toBe(at + 1);
      }),
      { numRuns: 25 }
    );
  });

  test('names the event of a text in which one character is another', () => {
    fc.assert(
      fc.property(lives, fc.nat(), ({ record }, pick) => {
        const index = pick % record.personal.length;
        const text = record.personal[index]!;
        const personal = record.personal.with(index, { ...text, value: `${text.value.slice(1)}x` });
        expect(breachOf({ ...record, personal })).toBe(text.seq);
      }),
      { numRuns: 25 }
    );
  });

  test('names the place of an event that was taken out, from the middle or the end', () => {
    always(({ record, at }) => {
      const links = record.links.toSpliced(at, 1);
      expect(breachOf(withLinks(record, links))).toBe(at + 1);
    });
  });

  test('names the first of two events that changed places, renumbered or not', () => {
    always(({ record, at }) => {
      if (at === 0) return;
      const [first, second] = [record.links[at - 1]!, record.links[at]!];
      const swapped = record.links.with(at - 1, second).with(at, first);
      expect(breachOf(withLinks(record, swapped))).toBe(at);
      const renumbered = record.links.with(at - 1, { ...second, seq: at }).with(at, { ...first, seq: at + 1 });
      expect(breachOf(withLinks(record, renumbered))).toBe(at);
    });
  });

  test('names the event that was replaced together with its hash', () => {
    always(({ record, at }) => {
      if (at === record.links.length - 1) return;
      const link = record.links[at]!;
      const event = { ...link.event, recordedAt: '2000-01-01T00:00:00.000+07:00' };
      const replaced = { ...link, event, hash: hashOf(record.code, link.previous, event) };
      expect(breachOf(withLinks(record, record.links.with(at, replaced)))).toBe(at + 1);
    });
  });
});

test('R5: the events of another case do not pass as those of this one', () => {
  const { events } = paperCase('2026-10-05 09:00');
  const other = onRecord('TEST-2', events);
  expect(firstBreach({ ...other, code: 'TEST-1' })).toMatchObject({ seq: 1, what: 'the event was altered' });
});

test('R5: a text that is gone without an erasure on record is missed, and an added one noticed', () => {
  const aCase = paperCase('2026-10-05 09:00');
  aCase.act('2026-10-05 10:00', reception, 'note');
  aCase.act('2026-10-05 11:00', submitter, 'withdraw', { reason: 'Đã được giải quyết.' });
  const record = onRecord('TEST-1', aCase.events);
  const lacking = { ...record, personal: record.personal.filter(({ seq }) => seq !== 2) };
  expect(firstBreach(lacking)).toMatchObject({ seq: 2, what: expect.stringContaining('/data/text was removed') });
  const extra = { seq: 3, field: '/data/text', value: 'x', salt: 'y' };
  expect(firstBreach({ ...record, personal: [...record.personal, extra] })).toMatchObject({ seq: 3 });
});

test('R5: an event on record holds nothing of what people wrote, and the same text never gives the same commitment', () => {
  const { events } = paperCase('2026-10-05 09:00');
  const [once, again] = [onRecord('TEST-1', events), onRecord('TEST-1', events)];
  const stored = canonical(once.links[0]!.event);
  for (const { value } of once.personal) expect(stored).not.toContain(value);
  expect(once.personal.map(({ field }) => field)).toEqual([
    '/data/title',
    '/data/content',
    '/data/submitter/name',
    '/data/submitter/address',
    '/data/submitter/phone',
    '/data/submitter/email',
  ]);
  expect(stored).not.toBe(canonical(again.links[0]!.event));
});

/** The link with one character of its event replaced, wherever JSON allows another one. */
function withOtherCharacter(link: Link, place: number): Link {
  const text = JSON.stringify(link.event);
  for (let offset = 0; offset < text.length; offset++) {
    const index = (place + offset) % text.length;
    const other = text[index] === '7' ? '8' : '7';
    try {
      const event = JSON.parse(text.slice(0, index) + other + text.slice(index + 1)) as Link['event'];
      if (canonical(event) !== canonical(link.event)) return { ...link, event };
    } catch {
      // A brace or a quotation mark: the next place will do.
    }
  }
  throw new Error('no character of the event can be another');
}
