import { caseListColumns } from '../../../documents/caseList';
import { writeList, type ListFormat } from '../../../documents/listFile';
import type { CaseLine } from '../../../db/caseLines';

/**
 * Writes a list of so many cases to a file, and tells how many bytes were held at most on the way, without what is waste
 * already: `--expose-gc longList.ts PATH FORMAT ROWS`, a process of its own.
 */
const [path = '', format = 'csv', rows = '0'] = process.argv.slice(2);
const BATCH = 1_000;
const received = new Date('2026-02-13T09:30:00Z');

const line = (number: number): CaseLine => ({
  code: `PAKN-2602-${String(number).padStart(12, '0')}`,
  status: 'processing',
  title: `${String(number)} thủ tục chưa được niêm yết tại nơi tiếp nhận `.repeat(4),
  category: 'procedure_not_posted',
  channel: 'portal',
  receivedAt: received,
  enteredAt: received,
  leadAgency: 'justice',
  officer: null,
  answerDue: received,
  answerDueProvisional: false,
  overdue: false,
  urgency: received,
  updatedAt: received,
  seq: 3,
  head: 'a'.repeat(64),
});

let held = 0;

function look(): void {
  gc?.();
  const { heapUsed, external } = process.memoryUsage();
  held = Math.max(held, heapUsed + external);
}

async function* batches(): AsyncGenerator<readonly CaseLine[]> {
  for (let first = 0; first < Number(rows); first += BATCH) {
    // As a database answers: later, in a turn of its own.
    await new Promise(setImmediate);
    look();
    yield Array.from({ length: Math.min(BATCH, Number(rows) - first) }, (_, index) => line(first + index));
  }
}

const asIs = { agency: (id: string) => id, person: (id: string) => id, file: (id: string) => id };
const columns = caseListColumns({ ...asIs, entry: (_list, code) => code });
void writeList(path, format as ListFormat, columns, batches()).then(() => {
  process.stdout.write(String(held));
});
