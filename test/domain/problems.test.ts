import { openApiDocument } from '../../api/openapi';
import { Problem } from '../../http/problems';

const { paths } = openApiDocument({
  answers: {
    ask: {
      route: 'GET /v1/something',
      summary: 'Something',
      for: 'anyone',
      answers: { 200: 'Done' },
      problems: ['no-answer', 'no-room'],
    },
  },
});

test('a refusal that says when to ask again says so wherever it is thrown, and is described so', () => {
  expect(new Problem('no-answer').retryAfter).toBe(5);
  expect(new Problem('too-many-attempts', { retryAfter: 42 }).retryAfter).toBe(42);
  expect(new Problem('no-room').retryAfter).toBeUndefined();
  const responses = paths?.['/v1/something']?.get?.responses;
  expect(responses).toHaveProperty(['503', 'headers', 'Retry-After']);
  expect(responses).not.toHaveProperty(['507', 'headers', 'Retry-After']);
});
