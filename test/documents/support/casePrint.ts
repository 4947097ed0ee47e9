import type { CasePrint } from '../../../documents/caseDocument';
import type { ShownEvent } from '../../../documents/shown';

const OFFICE = 'Văn phòng Ủy ban nhân dân tỉnh';
const hash = 'c0ffee'.padEnd(64, '0');

const words = 'Thủ tục cấp đổi giấy phép xây dựng chưa được niêm yết tại nơi tiếp nhận hồ sơ của phường';

/** A petition of so many words, in paragraphs. */
export const petitionOf = (count: number): string =>
  Array.from({ length: count }, (_, index) => words.split(' ')[index % 20]! + (index % 120 === 119 ? '.\n' : ''))
    .join(' ')
    .replaceAll('\n ', '\n');

/** Letters that fonts are short of: emoji and their sequences, decomposed Vietnamese, Han and Nôm, symbols, Greek. */
export const rareLetters = `Người gửi 😀 👩‍👩‍👧 👍🏽 ❤️ ☎️ → ½ ≤ ₫ № … ${'Nguyễn Thị Hường ữ ệ'.normalize('NFD')} 漢字 𡨸喃 Ωμέγα „ngoặc“ — дом ✓`;

const event = (seq: number, type: ShownEvent['type'], by: ShownEvent['by'], data: unknown): ShownEvent => ({
  seq,
  type,
  at: '2026-02-13T16:30:00.000+07:00',
  by,
  data,
  agencies: { justice: { name: 'Sở Tư pháp' } },
});

const reception = { role: 'reception', id: 'account-1', agency: 'office' } as const;
const head = { role: 'agency_lead', id: 'account-2', agency: 'justice', standsInFor: 'account-3' } as const;

/** A case to be printed, with everything that is hard to print. */
export const hardPrint = (content = petitionOf(5_000)): CasePrint => ({
  issuer: { superior: 'Ủy ban nhân dân tỉnh', name: OFFICE, place: 'Kon Tum' },
  printedAt: '2026-03-02T09:05:00.000+07:00',
  printedBy: 'Cán bộ tiếp nhận',
  shown: {
    code: 'PAKN-2602-ABCD-EFGH-JKMN',
    status: 'processing',
    channel: 'portal',
    category: 'procedure_not_posted',
    title: rareLetters,
    content: `${content}\n${'m'.repeat(500)}\n${rareLetters}`,
    submitter: { name: 'Người gửi mẫu', address: 'Phường Trung tâm', phone: '0900 000 000', email: 'gui@example.vn' },
    dossierNumber: null,
    follows: null,
    receivedAt: '2026-02-13T16:30:00.000+07:00',
    enteredAt: '2026-02-13T16:30:00.000+07:00',
    leadAgency: 'justice',
    officer: 'account-4',
    coordinating: [{ agency: 'office' }],
    answer: 'Thủ tục đã được niêm yết.',
    deadlines: {
      answerBy: {
        from: '2026-02-13',
        workingDays: 15,
        phase: 'running',
        lastDay: '2026-03-13',
        provisional: true,
        late: false,
        settledAt: null,
      },
      'opineBy:office': {
        from: '2026-02-16',
        workingDays: 5,
        phase: 'met',
        lastDay: '2026-03-02',
        provisional: false,
        late: true,
        settledAt: '2026-03-02T08:00:00.000+07:00',
      },
    },
    head: { seq: 64, hash },
  },
  events: [
    event(1, 'submit', { role: 'submitter', id: 'account-9' }, { title: 'x', content: 'y', channel: 'portal' }),
    event(2, 'forward', reception, {
      lead: { agency: 'justice', needsApproval: true },
      coordinating: ['office'],
      reason: null,
    }),
    event(3, 'note', head, { text: petitionOf(900), attachments: [`file-1`] }),
    ...Array.from({ length: 60 }, (_, index) =>
      event(
        index + 4,
        'alarm',
        { role: 'service' },
        { term: 'progressDue', kind: 'due', lastDay: '2026-03-02', missed: true }
      )
    ),
  ],
  notices: Array.from({ length: 40 }, () => ({
    at: '2026-02-13T16:30:00.000+07:00',
    template: 'received',
    recipientKind: 'submitter',
    recipient: null,
    status: 'delivered',
    attempts: [
      { at: '2026-02-13T16:31:00.000+07:00', channel: 'email', result: 'bounced' },
      { at: '2026-02-16T08:00:00.000+07:00', channel: 'sms', result: 'unknown' },
    ],
    letter: { sentOn: '2026-02-17', number: '12/VP' },
  })),
  files: [
    {
      seq: 1,
      act: 'submit',
      name: `${'ảnh_hiện_trường_'.repeat(12)}😀.jpg`,
      type: 'image/jpeg',
      size: 1_572_864,
      sha256: hash,
    },
  ],
  naming: {
    agency: (id) => ({ justice: 'Sở Tư pháp', office: OFFICE })[id] ?? id,
    person: (id) => `Cán bộ ${id.slice(-1)}`,
    file: (id) => `${id}.pdf`,
    entry: (_list, code) => code,
  },
});
