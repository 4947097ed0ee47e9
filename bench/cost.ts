import { temporal } from '@temporalio/proto';
import { undeliveredOf } from '../db/notices';
import { eventually } from '../test/support/eventually';
import { startMailServer } from '../test/support/mailServer';
import { codeOfWorkflow } from '../workflows/messages';
import { deliveryWorkflowId } from '../workflows/noticeDeliveryMessages';
import { bareOver, casesOver, type Live } from './lives';
import { setStage, type Stage } from './stage';
import type { Figures } from './tell';

interface Cost {
  readonly events: number;
  readonly bytes: number;
}

/** What one life leaves in Temporal's history: events, and bytes as the server keeps them; without messages. */
export async function costOf(stage: Stage): Promise<Figures> {
  const ours = await historyOf(stage, await lived(await casesOver(stage, String(stage.addresses[0]))));
  const bare = await historyOf(stage, await lived(bareOver(stage)));
  return figuresOf('history', bare, ours);
}

/** The same while a mail server takes what people are told: of the case itself, and of the workflows that carry its messages. */
export async function costWithMessages(dataDir: string): Promise<Figures> {
  const mails = await startMailServer();
  const environment = {
    SMTP_URL: `smtp://127.0.0.1:${String(mails.port)}?ignoreTLS=true`,
    MAIL_FROM: 'bench@province.example',
  };
  Object.assign(process.env, environment);
  const stage = await setStage(dataDir, { workers: 1, apis: 1 });
  try {
    const workflowId = await lived(await casesOver(stage, String(stage.addresses[0])));
    const code = codeOfWorkflow(workflowId);
    await eventually(
      () => undeliveredOf(stage.database.db, code),
      (pending) => pending.length === 0
    );
    const rows = await stage.database.sql<{ seq: number }[]>`
      select distinct seq from notices where case_code = ${code} and status <> 'muted'`;
    const deliveries = await Promise.all(rows.map(({ seq }) => historyOf(stage, deliveryWorkflowId(code, seq))));
    const bare = await historyOf(stage, await lived(bareOver(stage)));
    return {
      ...figuresOf('history of a case whose people are told', bare, await historyOf(stage, workflowId)),
      ...figuresOf(`history of its ${String(deliveries.length)} deliveries`, null, sumOf(deliveries)),
    };
  } finally {
    await stage.stop();
    await mails.stop();
    for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name);
  }
}

const figuresOf = (what: string, bare: Cost | null, ours: Cost): Figures => ({
  [`events of ${what}`]: { bare: bare?.events ?? null, ours: ours.events },
  [`bytes of ${what}`]: { bare: bare?.bytes ?? null, ours: ours.bytes },
});

const sumOf = (costs: readonly Cost[]): Cost => ({
  events: costs.reduce((sum, { events }) => sum + events, 0),
  bytes: costs.reduce((sum, { bytes }) => sum + bytes, 0),
});

const lived = (live: Live): Promise<string> => live(() => undefined);

async function historyOf({ temporal: client }: Stage, workflowId: string): Promise<Cost> {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  return {
    events: history.events?.length ?? 0,
    bytes: temporal.api.history.v1.History.encode(history).finish().length,
  };
}
