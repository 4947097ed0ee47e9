import { attemptsOf } from '../db/attempts';
import type { CaseRow } from '../db/cases';
import type { Executor } from '../db/database';
import { recipientOf, type NoticeRow } from '../db/notices';
import { latestTemplate } from '../db/templates';
import { SUBMITTER } from '../domain/holdings';
import type { Language } from '../domain/languages';
import { toInstant } from '../domain/time';
import { textsUnder } from './catalogue';
import { templateKeyFor } from './catalogue/texts';
import { smsText } from './channels/smsText';
import type { MessagesConfig } from './config';
import { factsOf, occasionOf } from './facts';
import { peopleOf } from './people';
import { written } from './render';

/** What a notice says. */
export interface Retold {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  /** As it leaves; empty where nobody is told in short. */
  readonly sms: string;
  /** Whether it is in the words of its day; else in those that the project delivers today. */
  readonly wording: 'then' | 'today';
}

/**
 * Writes a notice once more: the facts of its event, in the words that administrators had put in force when it was last
 * tried, or arose where it was not. Messages themselves are not kept. The links by which its reader chooses what they are
 * told are left out: they are theirs alone.
 */
export async function retold(
  db: Executor,
  { language: usual, publicUrl, sms }: Pick<MessagesConfig, 'language' | 'publicUrl' | 'sms'>,
  row: CaseRow,
  notice: NoticeRow
): Promise<Retold> {
  const [attempts, reader] = await Promise.all([attemptsOf(db, row.code, notice.seq), readerOf(db, row, notice)]);
  const last = attempts.findLast(({ ordinal }) => ordinal === notice.ordinal);
  const { audience, language = usual } = reader;
  const key = templateKeyFor(audience, notice.template);
  const then = await latestTemplate(db, key, language, toInstant((last?.at ?? notice.at).getTime()));
  const facts = await factsOf(
    db,
    await occasionOf(db, row, notice.seq),
    { ...reader, language, recipient: recipientOf(notice) },
    publicUrl
  );
  const texts = textsUnder(then, key, language);
  const { subject, body, short } = written(texts, facts, { language, preferences: null });
  return {
    language,
    subject,
    body,
    sms: smsText(short, sms),
    wording: then?.texts == null ? 'today' : 'then',
  };
}

/** Who reads it; of a unit or of the leadership, and in place of an account that is told no more, nobody in particular. */
async function readerOf(db: Executor, row: CaseRow, notice: NoticeRow) {
  const to = recipientOf(notice);
  const named = to.kind === 'submitter' ? SUBMITTER : to.kind === 'account' ? to.id : null;
  const person = named === null ? undefined : (await peopleOf(db, notice, row)).find(({ id }) => id === named);
  return {
    audience: to.kind === 'submitter' ? ('submitter' as const) : ('staff' as const),
    name: person?.name ?? '',
    language: person?.language ?? undefined,
  };
}
