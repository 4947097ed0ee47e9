import { pageOf } from '../../http/page';
import { cursor, writeCursor } from '../../inputs/cursor';
import { draftQuery, writeDraftCursor } from '../../inputs/drafts';
import { publicationQuery, writePosition } from '../../inputs/publications';

const at = 1_760_000_000_000;
const written = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');

test('what ends a page is where the next one begins, in each list by what sorts it', () => {
  const position = { urgency: new Date(at), code: 'PAKN-2611-7K3M-9QXW-2F8A' };
  expect(cursor.parse(writeCursor(position, 'before'))).toEqual({ ...position, direction: 'before' });
  const draft = { receivedAt: new Date(at), id: 'a-draft' };
  expect(draftQuery.parse({ cursor: writeDraftCursor(draft) }).cursor).toEqual(draft);
  const answer = { rank: 3, publishedAt: new Date(at), number: 'TL-2026-000001' };
  expect(publicationQuery.parse({ cursor: writePosition(answer) }).cursor).toEqual(answer);
});

test('a cursor that an earlier release gave is read as it was meant', () => {
  const urgency = new Date(at);
  expect(cursor.parse(written([at, 'CODE']))).toEqual({ urgency, code: 'CODE', direction: 'after' });
  const ofDrafts = written([at, 'a-draft', 'after']);
  expect(draftQuery.parse({ cursor: ofDrafts }).cursor).toEqual({ receivedAt: urgency, id: 'a-draft' });
});

test.each([
  written([at]),
  written([at, '']),
  written(['now', 'CODE']),
  written([-1, 'CODE']),
  'no JSON',
  'x'.repeat(201),
])('a cursor that no page gave is a fault of the request (%#)', (given) => {
  for (const schema of [draftQuery, publicationQuery]) {
    const { error } = schema.safeParse({ cursor: given });
    expect(error?.issues.map(({ message }) => message)).toContain('is not a cursor of this list');
  }
});

test('a page holds no more than it was to, and leads on only where there is more', () => {
  const wholeText = (row: string) => row;
  expect(pageOf(['a', 'b', 'c'], 2, wholeText)).toEqual({ items: ['a', 'b'], nextCursor: 'b' });
  expect(pageOf(['a', 'b'], 2, wholeText)).toEqual({ items: ['a', 'b'], nextCursor: null });
  expect(pageOf([], 2, wholeText)).toEqual({ items: [], nextCursor: null });
});
