import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';
import { petition } from './support/people';

let service: Service;
let citizen: Visitor;
let reception: Visitor;

beforeAll(async () => {
  service = await startService({ withWorker: false, agencies: ['office'] });
  citizen = await service.as('citizen');
  reception = await service.as('reception');
});

afterAll(() => service.stop());

const json = { 'content-type': 'application/json' };
const pathsOf = (body: { errors?: { path: string }[] }) =>
  [...new Set((body.errors ?? []).map(({ path }) => path))].sort();
const details = petition().submitter;

describe('R4: a submission with faults is refused, and each fault is named', () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);

  test.each<[string, object, string[]]>([
    ['nothing', {}, ['/channel', '/content', '/submitter', '/title']],
    [
      'no details of the submitter',
      petition({ submitter: {} }),
      ['/submitter/address', '/submitter/email', '/submitter/name', '/submitter/phone'],
    ],
    [
      'no details, and other faults beside it',
      petition({ submitter: {}, title: '', category: 'no such category!' }),
      ['/category', '/submitter/address', '/submitter/email', '/submitter/name', '/submitter/phone', '/title'],
    ],
    ['no details on paper, which only the Office enters', petition({ channel: 'paper', submitter: {} }), ['/channel']],
    [
      'a telephone call that nobody took, and other faults beside it',
      petition({ channel: 'phone', submitter: {}, title: '' }),
      ['/channel', '/title'],
    ],
    ['a malformed e-mail', petition({ submitter: { ...details, email: 'nguoigui@' } }), ['/submitter/email']],
    ['a malformed telephone', petition({ submitter: { ...details, phone: 'gọi tôi' } }), ['/submitter/phone']],
    [
      'nothing that can be seen',
      petition({ title: '\u200b \u2060', content: '\u00ad\u3164', submitter: { ...details, name: '\u{e0020}' } }),
      ['/content', '/submitter/name', '/title'],
    ],
    ['only blanks', petition({ title: ' \n\t ', content: '　' }), ['/content', '/title']],
    ['a text too long', petition({ title: 'ă'.repeat(301), content: 'ă'.repeat(60_001) }), ['/content', '/title']],
    ['NUL', petition({ title: 'a\u0000b' }), ['/title']],
    ['half a surrogate pair', petition({ title: 'a\ud800b' }), ['/title']],
    [
      'bidirectional overrides',
      petition({ content: 'a\u202eb', submitter: { ...details, name: '\u2066x' } }),
      ['/content', '/submitter/name'],
    ],
    [
      'unknown fields',
      { ...petition(), surprise: 1, submitter: { ...details, fax: '1' } },
      ['/submitter/fax', '/surprise'],
    ],
    [
      'wrong types',
      { channel: 1, category: [], title: {}, content: true, submitter: 'Người gửi', attachments: 'x' },
      ['/attachments', '/category', '/channel', '/content', '/submitter', '/title'],
    ],
    ['a channel that there is not', petition({ channel: 'pigeon' }), ['/channel']],
    ['a category that there is not', petition({ category: 'weather' }), ['/category']],
    ['a case that there is not', petition({ follows: 'PAKN-2601-AAAA-BBBB-CCCC' }), ['/follows']],
    ['a file that there is not', petition({ attachments: [crypto.randomUUID()] }), ['/attachments/0']],
    [
      'too many files',
      petition({ attachments: Array.from({ length: 21 }, (_, n) => `file-${String(n)}`) }),
      ['/attachments'],
    ],
    ['a receipt that is not theirs to give', petition({ receivedAt: '2026-02-13T16:30:00+07:00' }), ['/receivedAt']],
    ['a day that does not exist', petition({ receivedAt: '2026-02-30T16:30:00+07:00' }), ['/receivedAt']],
    ['the end of time', petition({ receivedAt: '9999-12-31T23:59:59.999Z' }), ['/receivedAt']],
    ['the beginning of time', petition({ receivedAt: '0001-01-01T00:00:00Z' }), ['/receivedAt']],
    ['an array', [petition()], ['']],
  ])('%s', async (_what, body, paths) => {
    const answer = await citizen.post('/v1/cases', body);
    expect(answer).toMatchObject({ status: 422, body: { type: 'invalid-input', title: 'The request has faults' } });
    expect(pathsOf(answer.body as object)).toEqual(paths);
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>, number, string, Record<string, string>?]>([
    ['a text of 3 MB', JSON.stringify(petition({ content: 'ă'.repeat(1_500_000) })), 413, 'too-large'],
    ['invalid UTF-8', Buffer.from([...Buffer.from('{"title":"'), 0xc3, 0x28, ...Buffer.from('"}')]), 400, 'not-utf8'],
    ['broken JSON', '{"title":', 400, 'malformed-request'],
    ['no JSON object', '"petition"', 400, 'malformed-request'],
    ['JSON as deep as a well', deep, 400, 'malformed-request'],
    ['JSON as deep as a well inside', `{"title":${deep}}`, 400, 'malformed-request'],
    ['a number beyond numbers', '{"title":1e999}', 400, 'malformed-request'],
    ['a prototype', '{"__proto__":{"channel":"portal"},"constructor":{}}', 422, 'invalid-input'],
    [
      'another kind of content',
      'title=1',
      415,
      'unsupported-media-type',
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['an unknown encoding', '{}', 415, 'unsupported-media-type', { ...json, 'content-encoding': 'pigeon' }],
    [
      'an unknown character set',
      '{}',
      415,
      'unsupported-media-type',
      { 'content-type': 'application/json; charset=pigeon' },
    ],
  ])('%s', async (_what, body, status, type, headers = json) => {
    for (const key of [undefined, crypto.randomUUID()]) {
      const answer = await citizen.send('POST', '/v1/cases', body, {
        ...headers,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      });
      expect(answer).toMatchObject({ status, body: { type, status } });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  test.each(['', 'có dấu', 'a'.repeat(201)])('no Idempotency-Key: %j', async (key) => {
    const encoded = Buffer.from(key).toString('latin1');
    const answer = await citizen.post('/v1/cases', petition(), { 'idempotency-key': encoded });
    expect(answer).toMatchObject({ status: 400, body: { type: 'malformed-idempotency-key' } });
  });

  test.each(['paper', 'phone', 'fax', 'email', 'zalo'])(
    'R3: nobody declares their own petition to be %s',
    async (channel) => {
      expect((await citizen.post('/v1/cases', petition({ channel }))).body).toMatchObject({
        errors: [{ path: '/channel', code: 'notYours' }],
      });
    }
  );

  test('R1.6: a connected system whose clock goes a little ahead of ours is not refused for it', async () => {
    const sent = (ahead: number) =>
      service.machine().post('/v1/cases', petition({ category: 'none', receivedAt: new Date(Date.now() + ahead) }));
    expect(pathsOf((await sent(60_000)).body as object)).toEqual(['/category']);
    expect(pathsOf((await sent(86_400_000)).body as object)).toEqual(['/category', '/receivedAt']);
  });

  test('R3: the Office enters what came on paper with reason and evidence, and never from the future', async () => {
    const paper = (given: object) => reception.post('/v1/cases', petition({ channel: 'paper', ...given }));
    const past = await paper({ receivedAt: '2026-02-13T16:30:00+07:00' });
    expect(pathsOf(past.body as object)).toEqual(['/receiptEvidence', '/receiptReason']);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect((await paper({ receivedAt: tomorrow })).body).toMatchObject({
      errors: [{ path: '/receivedAt', code: 'future' }],
    });
    expect((await paper({ receivedAt: '2017-12-29T08:00:00+07:00' })).body).toMatchObject({
      errors: [{ path: '/receiptReason' }, { path: '/receiptEvidence' }, { path: '/receivedAt', code: 'tooEarly' }],
    });
  });
});

describe('queries and addresses with faults are the caller’s', () => {
  test.each([
    'status=received&status=accepted',
    'status=lost',
    'status[]=received',
    'open=maybe',
    'agency=%00',
    'officer=../../etc',
    'q=%00',
    'q=%E2%80%AE',
    'q=',
    `q=${'a'.repeat(201)}`,
    'due=2026-02-30',
    'due=tomorrow',
    'due=0000-01-01',
    'due=9999-12-31',
    'limit=0',
    'limit=201',
    'limit=-1',
    'limit=1.5',
    'limit=1e999',
    'limit=99999999999999999999999999',
    'limit=NaN',
    'limit=',
    'cursor=nonsense',
    `cursor=${Buffer.from('[1]').toString('base64url')}`,
    `cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
    `cursor=${Buffer.from('[1e999,"y"]').toString('base64url')}`,
    `cursor=${Buffer.from('[0,"\\u0000"]').toString('base64url')}`,
    `cursor=${'A'.repeat(300)}`,
    'surprise=1',
  ])('GET /v1/cases?%s', async (query) => {
    const answer = await reception.get(`/v1/cases?${query}`);
    expect(answer).toMatchObject({ status: 422, body: { type: 'invalid-input' } });
    expect(pathsOf(answer.body as object)).toEqual([`/${query.split(/[=&]/)[0]!}`]);
  });

  test.each(['due=1900-01-01', 'due=9998-12-31', 'limit=200', 'q=%25', 'q=%5C', 'q=_', "q='"])(
    'GET /v1/cases?%s is answered',
    async (query) => {
      expect((await reception.get(`/v1/cases?${query}`)).status).toBe(200);
    }
  );

  test.each<[string, number]>([
    ['/v1/cases/%FF', 400],
    ['/v1/cases/%00', 404],
    ['/v1/cases/PAKN-2601-AAAA-BBBB-CCCC', 404],
    ['/v1/cases/..%2F..%2Fetc', 404],
    ['/v1/track/%F0%9F%98%80', 404],
    ['/v1/calendar/2017', 404],
    ['/v1/calendar/2100', 404],
    ['/v1/calendar/two', 404],
    ['/v1/calendar/1e3', 404],
    ['/v1/calendar/deadline', 422],
    ['/v1/calendar/deadline?receivedAt=2026-02-13T16:30:00%2B07:00&workingDays=1e9', 422],
    ['/v1/calendar/deadline?receivedAt=9999-12-31T23:59:59Z&workingDays=1', 422],
    ['/v1/calendar/deadline?receivedAt=2026-02-13T16:30:00%2B07:00&workingDays=1&workingDays=2', 422],
    ['/nowhere', 404],
    ['/v1/%', 404],
  ])('GET %s', async (path, status) => {
    expect(await reception.get(path)).toMatchObject({ status, body: { status } });
  });

  test('an act on a case that there is not is a 404, whatever it brings', async () => {
    expect((await reception.post('/v1/cases/PAKN-2601-AAAA-BBBB-CCCC/accept', { nonsense: 1 })).status).toBe(404);
  });

  test('no session is one that was made up', async () => {
    for (const headers of [
      { authorization: 'Bearer nonsense' },
      { authorization: `Bearer ${'a.'.repeat(2_000)}` },
      { cookie: 'pakn.session_token=nonsense' },
      { 'x-api-key': 'pakn_nonsense' },
      { 'x-api-key': '\u00ff' },
    ])
      expect((await service.stranger.get('/v1/cases', headers)).status).toBe(401);
  });
});
