import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { act, inHandling, LEAD, peopleOf, published, submitted, type People } from '../api/support/people';
import { eventually } from '../support/eventually';
import { looksRight, overflowOf } from './support/looksRight';
import { email, piped } from './support/mailing';
import { setStage, type Stage } from './support/stage';

const manners = [
  { language: 'vi', scheme: 'light', width: 360 },
  { language: 'en', scheme: 'dark', width: 1440 },
] as const;
const WIDTHS = [360, 768, 1440];

/** What there is on the stage to open, by what stands for it in an address: cases of the citizen, and one of all else. */
interface Seed {
  readonly received: string;
  readonly approving: string;
  readonly handled: string;
  readonly awaiting: string;
  readonly published: string;
  readonly number: string;
  readonly draft: string;
  readonly account: string;
  readonly partner: string;
  readonly template: string;
}

type Addresses = (seed: Seed) => readonly string[];
const only =
  (...addresses: readonly string[]): Addresses =>
  () =>
    addresses;

const OFFICER = `officer.${LEAD}`;
const HEAD = `lead.${LEAD}`;

/** By whom each page is opened, null for a stranger, and where. */
const pages: Readonly<Record<string, readonly [string | null, Addresses]>> = {
  '/': [null, only('/')],
  '/sign-in': [null, only('/sign-in')],
  '/sign-up': [null, only('/sign-up')],
  '/forgot-password': [null, only('/forgot-password')],
  '/reset-password': [null, only('/reset-password#token=x')],
  '/answers': [null, only('/answers', '/answers?q=nothing+of+the+kind')],
  '/answers/$number': [null, ({ number }) => [`/answers/${number}`]],
  '/track': [null, only('/track')],
  '/track/$code': [null, (seed) => [`/track/${seed.published}`, '/track/PAKN-2611-7K3M-9QXW-2F8A']],
  '/submit': ['citizen', only('/submit', '/submit?step=person')],
  '/receipt/$code': ['citizen', ({ received }) => [`/receipt/${received}`]],
  '/my-cases': ['citizen', only('/my-cases')],
  '/my-cases/$code': ['citizen', (seed) => [`/my-cases/${seed.awaiting}`, `/my-cases/${seed.published}`]],
  '/message-preferences': ['citizen', only('/message-preferences')],
  '/inbox': ['reception', only('/inbox', '/inbox?q=nothing+of+the+kind')],
  '/inbox/$code': [
    'reception',
    (seed) => [
      `/inbox/${seed.received}`,
      `/inbox/${seed.received}?act=note`,
      `/inbox/${seed.received}?act=forward`,
      `/inbox/${seed.published}?act=republish`,
    ],
  ],
  '/cases/$code': ['reception', ({ handled }) => [`/cases/${handled}`]],
  '/receive': ['reception', only('/receive')],
  '/drafts': ['reception', only('/drafts')],
  '/drafts/$draft': ['reception', ({ draft }) => [`/drafts/${draft}`]],
  '/texts': [OFFICER, only('/texts')],
  '/letters': [OFFICER, only('/letters')],
  '/absence': [HEAD, only('/absence')],
  '/overview': ['supervisor', only('/overview')],
  '/reports': ['supervisor', only('/reports')],
  '/reports/cases': ['supervisor', only('/reports/cases?open=true')],
  '/partners': ['supervisor', only('/partners')],
  '/admin/accounts': ['admin', only('/admin/accounts')],
  '/admin/accounts/$id': ['admin', ({ account }) => [`/admin/accounts/${account}`]],
  '/admin/calendar': ['admin', only('/admin/calendar?year=2029')],
  '/admin/agencies': ['admin', only('/admin/agencies')],
  '/admin/policies': ['admin', only('/admin/policies')],
  '/admin/lists': ['admin', only('/admin/lists')],
  '/admin/webhooks': ['admin', only('/admin/webhooks')],
  '/admin/webhooks/$id': ['admin', ({ partner }) => [`/admin/webhooks/${partner}`]],
  '/admin/templates': ['admin', only('/admin/templates')],
  '/admin/templates/$audience/$template/$language': ['admin', ({ template }) => [`/admin/templates/${template}`]],
  '/admin/audit': ['admin', only('/admin/audit')],
};

/** What somebody else sees at the same address. */
const seenByOthers: readonly (readonly [string | null, Addresses])[] = [
  [null, only('/no-such-page')],
  [OFFICER, (seed) => ['/inbox', `/inbox/${seed.handled}?act=propose`]],
  [HEAD, (seed) => [`/inbox/${seed.approving}?act=answer`]],
];

let stage: Stage;
let seed: Seed;
let env: Record<string, string> = {};

beforeAll(async () => {
  stage = await setStage({
    env: {
      FILES_DIR: mkdtempSync(join(tmpdir(), 'pages-')),
      WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
      WEBHOOK_RETRY_SECONDS: '0.05',
    },
    apiEnv: (given) => (env = { ...given }),
  });
  seed = await sown(await peopleOf(stage.service));
});
afterAll(() => stage.close());

async function sown(people: People): Promise<Seed> {
  const { citizen, reception, head, officer, admin } = people;
  const [received, awaiting] = [await submitted(citizen), await submitted(citizen)];
  await act(reception, awaiting, 'requestInfo', { question: 'Việc xảy ra ở đâu?' });
  const [handled, approving, answered] = [await inHandling(people), await inHandling(people), await published(people)];
  const attachments = [(await officer.upload('quyet-dinh.txt', 'Quyết định niêm yết.')).body.id as string];
  for (const code of [handled, approving]) await act(officer, code, 'propose', { text: 'Đã niêm yết.', attachments });
  await act(head, handled, 'revise', { reason: 'Nêu rõ ngày.' });
  const { number } = (await citizen.get(`/v1/cases/${answered}`)).body.published as { number: string };
  await piped(env, email('Duong vao xom ngap', 'Đường vào xóm bị ngập mỗi khi mưa.'));
  const [draft] = (await reception.get('/v1/drafts')).body.items as [{ id: string }];
  const webhook = { name: 'Cổng quốc gia', url: 'https://127.0.0.1:9/', mapping: 'national_portal' };
  const { id: partner } = (await admin.post('/v1/webhooks', webhook)).body as { id: string };
  const day = ((await admin.get('/healthz')).body.legalTime as string).slice(0, 10);
  await admin.post('/v1/partners/national_portal/reconciliations', { day });
  const { items } = (await admin.get('/v1/message-templates')).body as {
    items: { audience: string; template: string; language: string }[];
  };
  const [{ audience, template, language }] = items as [(typeof items)[number]];
  return {
    received,
    awaiting,
    handled,
    approving,
    published: answered,
    number,
    draft: draft.id,
    partner,
    template: `${audience}/${template}/${language}`,
    account: (await officer.get('/v1/auth/me')).body.id as string,
  };
}

test('the table below has every page that there is', () => {
  const web = join(__dirname, '../../web');
  const routes = readdirSync(web, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(web, entry.name)).includes('routes.ts'))
    .map(({ name }) => readFileSync(join(web, name, 'routes.ts'), 'utf8'));
  const paths = routes.flatMap((source) => [...source.matchAll(/^ {2}path: '(.*)',$/gm)].map(([, path]) => path));
  expect(Object.keys(pages).sort()).toEqual(paths.sort());
});

const everything = [...Object.values(pages), ...seenByOthers];
const mailboxes = [...new Set(everything.map(([mailbox]) => mailbox))];
const cases = manners.flatMap((manner) => mailboxes.map((mailbox) => ({ ...manner, mailbox })));

test.each(cases)('in $language and $scheme, the pages of $mailbox look right', async ({ mailbox, ...manner }) => {
  const page = await (mailbox === null ? stage.open('/', manner) : stage.openAs(mailbox, '/', manner));
  const addresses = everything.filter(([whose]) => whose === mailbox).flatMap(([, of]) => of(seed));
  for (const address of addresses) {
    await page.setViewportSize({ width: manner.width, height: 900 });
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await looksRight(page);
    for (const width of WIDTHS) await fits(page, width);
  }
});

/** Waits until a page is no wider than a window of this width. */
async function fits(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await eventually(
    () => overflowOf(page),
    (overflow) => overflow === 0
  );
}
