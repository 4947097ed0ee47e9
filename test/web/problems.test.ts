import createFetchClient from 'openapi-fetch';
import { dataOf } from '../../web/shared/api/problem';
import { noSilentErrors } from '../../web/shared/api/silentErrors';
import { problemText } from '../../web/shared/states/problemText';
import { vi } from '../../web/shared/messages.vi';

/** Asks something that is answered like this. */
function asking(body: string | null, init: ResponseInit) {
  const api = createFetchClient<
    Record<'/x', { get: { responses: { 200: { content: { 'application/json': object } } } } }>
  >({
    baseUrl: 'http://localhost',
    fetch: () => Promise.resolve(new Response(body, init)),
  });
  api.use(noSilentErrors);
  return dataOf(api.GET('/x'));
}

describe('S8: what was not answered as done does not count as done', () => {
  test.each([
    ['its length says so', { 'Content-Length': '0' }],
    ['nothing tells its length', {}],
  ])('an error of a proxy without a word, where %s', async (_how, headers) => {
    await expect(asking(null, { status: 502, headers })).rejects.toThrow('answered 502');
  });

  test('a refusal is thrown as it is told', async () => {
    const problem = { type: 'task-done', title: 'Done already', status: 409 };
    await expect(asking(JSON.stringify(problem), { status: 409 })).rejects.toEqual(problem);
  });

  test('an answer without content is none the worse', async () => {
    await expect(asking(null, { status: 204 })).resolves.toBeUndefined();
  });
});

test('a problem whose type has no words is told all the same', () => {
  expect(problemText({ type: 'about:blank', title: 'Request Header Too Large', status: 431 }, vi)).toBe(
    'Request Header Too Large'
  );
  expect(problemText({ type: 'of-tomorrow', title: 'Something', status: 503 }, vi)).toBe(vi.problems['internal-error']);
  expect(problemText({ type: 'task-done', title: 'Done', status: 409 }, vi)).toBe(vi.problems['task-done']);
});
