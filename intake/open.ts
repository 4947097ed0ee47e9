import { createIntake, type Taken } from '.';
import { createAttachments } from '../attachments';
import { attachmentsConfigFrom } from '../attachments/config';
import type { Config } from '../config';
import { openDatabase } from '../db/database';
import { trainingClockOf } from '../db/trainingClock';
import { legalTime } from '../domain/trainingClock';
import { readEmail } from './email/read';

export interface OpenIntake {
  /** Takes in an e-mail as it came. @throws NoRoom, StoreUnavailable: try again later. */
  take(raw: Buffer): Promise<Taken>;
  close(): Promise<void>;
}

/** Opens intake by e-mail, for a program that does nothing else. */
export async function openIntake(
  env: NodeJS.ProcessEnv,
  { databaseUrl, trainingDaySeconds }: Config,
  { own, connections }: { readonly own: readonly string[]; readonly connections: number }
): Promise<OpenIntake> {
  const attachmentsConfig = attachmentsConfigFrom(env);
  const { db, close } = openDatabase(databaseUrl, { max: connections });
  try {
    const clock = await trainingClockOf(db, trainingDaySeconds);
    const now = () => legalTime(Date.now(), clock);
    const attachments = createAttachments({ db, config: attachmentsConfig, now });
    const intake = createIntake({ db, attachments, now });
    return { take: async (raw) => intake.take(await readEmail(raw, { own, clock }, now())), close };
  } catch (error) {
    await close();
    throw error;
  }
}
