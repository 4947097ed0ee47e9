import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { signIn, type CaseAnswer, type SignedIn } from '../sample/caseClient';
import { deadlinesOf, timelineOf } from '../sample/timeline';

interface People {
  readonly citizen: SignedIn;
  readonly reception: SignedIn;
  readonly officer: SignedIn;
  readonly head: SignedIn;
  readonly leadership: SignedIn;
}

const AGENCY = 'construction';
const DAY_MILLIS = 86_400_000;
const LOOK_AGAIN_MILLIS = 500;

const submitter = {
  name: 'Người gửi mẫu',
  address: 'Phường Trung tâm',
  phone: '0900 000 000',
  email: 'citizen@example.vn',
};

/** Two cases through a running server, told as timelines: a whole life, and one that goes overdue. */
async function demo(): Promise<void> {
  const { address, password } = await whereToGo();
  const as = (mailbox: string) => signIn(address, `${mailbox}@example.vn`, password);
  const people: People = {
    citizen: await as('citizen'),
    reception: await as('reception'),
    officer: await as(`officer.${AGENCY}`),
    head: await as(`lead.${AGENCY}`),
    leadership: await as('leadership'),
  };
  const { trainingClock } = (await (await fetch(`${address}/healthz`)).json()) as { trainingClock: object | null };

  console.log('A whole life\n');
  await tell(people.reception, await wholeLife(people, trainingClock !== null));
  console.log('\nA case that goes overdue\n');
  await tell(people.reception, await overdueLife(people, trainingClock !== null));
}

/** From submission over return, dispute and the leadership's decision to the publication that ends it; to the closing, where days are short. */
async function wholeLife(
  { citizen, reception, officer, head, leadership }: People,
  daysAreShort: boolean
): Promise<string> {
  const { code } = await citizen.submit({
    channel: 'portal',
    category: 'practice_differs',
    title: 'Cấp phép xây dựng yêu cầu thêm giấy tờ',
    content: 'Bộ phận một cửa yêu cầu bản vẽ có chứng thực, thủ tục công bố không có yêu cầu này.',
    submitter,
  });
  await reception.act(code, 'accept');
  await reception.act(code, 'forward', { lead: AGENCY, coordinating: ['justice'] });
  await head.act(code, 'assign', { officer: (await officer.me()).id });
  await officer.act(code, 'reportProgress', { text: 'Đang kiểm tra hồ sơ tại bộ phận một cửa.' });
  await officer.act(code, 'propose', { text: 'Yêu cầu nộp bản chứng thực là đúng quy định.' });
  await head.act(code, 'answer');
  await reception.act(code, 'return', { reason: 'Trả lời chưa nêu căn cứ pháp lý.' });
  await officer.act(code, 'propose', {
    text: 'Bản vẽ không cần chứng thực, theo danh mục thủ tục đã công bố. Bộ phận một cửa đã được nhắc.',
  });
  await head.act(code, 'answer');
  await publish(reception, code, 'Bản vẽ không cần chứng thực, theo danh mục thủ tục đã công bố.');
  await citizen.act(code, 'dispute', { reason: 'Hồ sơ của tôi vẫn bị từ chối.' });
  await reception.act(code, 'escalate', { ground: 'submitter_disagrees', proposal: 'Đề nghị chỉ đạo nhận lại hồ sơ.' });
  await leadership.act(code, 'decide', {
    outcome: 'answer',
    text: 'Hồ sơ được nhận lại trong ngày, không yêu cầu chứng thực.',
  });
  await publish(reception, code, 'Hồ sơ được nhận lại trong ngày, không yêu cầu chứng thực.');
  if (daysAreShort) await until(reception, code, ({ status }) => status === 'closed');
  return code;
}

/**
 * Where days last seconds the deadlines pass before one's eyes; else the Office enters a letter that came six weeks
 * ago, which is overdue the moment it is entered.
 */
async function overdueLife({ citizen, reception, officer, head }: People, daysAreShort: boolean): Promise<string> {
  const petition = {
    category: 'procedure_hinders',
    title: 'Hồ sơ xin cấp phép bị kéo dài',
    content: 'Hồ sơ đã nộp từ lâu nhưng chưa có kết quả.',
    submitter,
  };
  const { code } = daysAreShort
    ? await citizen.submit({ channel: 'portal', ...petition })
    : await reception.submit({
        channel: 'paper',
        ...petition,
        receivedAt: new Date(Date.now() - 42 * DAY_MILLIS).toISOString(),
        receiptReason: 'Văn thư chuyển chậm.',
        receiptEvidence: await reception.upload('dau-den.txt', 'Dấu đến của văn thư trên bản giấy.'),
      });
  await reception.act(code, 'accept');
  await reception.act(code, 'forward', { lead: AGENCY });
  await head.act(code, 'assign', { officer: (await officer.me()).id });
  await until(reception, code, ({ deadlines }) => deadlines['answerBy']?.phase === 'lapsed');
  await officer.act(code, 'reportProgress', { text: 'Đang chờ ý kiến thẩm định.' });
  if (daysAreShort)
    await untilEvents(
      reception,
      code,
      (events) => events.filter(({ data }) => data['term'] === 'progressDue').length >= 2
    );
  await officer.act(code, 'conclude');
  await officer.act(code, 'propose', { text: 'Giấy phép đã được cấp.' });
  await head.act(code, 'answer');
  await publish(reception, code, 'Giấy phép đã được cấp.');
  return code;
}

const publish = (reception: SignedIn, code: string, text: string) =>
  reception.act(code, 'publish', { forms: ['portal', 'email'], text });

async function tell(reader: SignedIn, code: string): Promise<void> {
  const found = await reader.read(code);
  console.log(timelineOf(found, await reader.events(code)));
  console.log(deadlinesOf(found));
}

async function until(reader: SignedIn, code: string, holds: (found: CaseAnswer) => boolean): Promise<void> {
  while (!holds(await reader.read(code))) await pause();
}

async function untilEvents(
  reader: SignedIn,
  code: string,
  hold: (events: Awaited<ReturnType<SignedIn['events']>>) => boolean
): Promise<void> {
  while (!hold(await reader.events(code))) await pause();
}

const pause = () => new Promise((look) => setTimeout(look, LOOK_AGAIN_MILLIS));

/** The server of this data folder, unless the environment names another. */
async function whereToGo(): Promise<{ address: string; password: string }> {
  const inDataDir = async (file: string): Promise<Record<string, string | number>> =>
    JSON.parse(await readFile(join(resolve(process.env.DATA_DIR ?? '.data'), file), 'utf8')) as Record<
      string,
      string | number
    >;
  const { SERVICE_URL, SAMPLE_PASSWORD } = process.env;
  return {
    address: SERVICE_URL ?? `http://127.0.0.1:${String((await inDataDir('api.run.json'))['port'])}`,
    password: SAMPLE_PASSWORD ?? String((await inDataDir('secrets.json'))['samplePassword']),
  };
}

demo().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
