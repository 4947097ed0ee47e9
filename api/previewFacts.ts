import { resetUrl } from '../accounts/auth';
import { agendaOf, type AgendaList } from '../db/agenda';
import type { CaseRow } from '../db/cases';
import type { Database } from '../db/database';
import { noticesOf, recipientOf } from '../db/notices';
import { fault } from '../domain/faults';
import type { Language } from '../domain/languages';
import { OFFICE } from '../domain/roles';
import { dateOf, endOf, type Instant } from '../domain/time';
import { catalogues } from '../messages/catalogue';
import {
  personalFacts,
  type Audience,
  type Facts,
  type ServiceTemplate,
  type TemplateKey,
} from '../messages/catalogue/texts';
import { digestFacts } from '../messages/digestFacts';
import { factsOf, occasionOf } from '../messages/facts';
import { invalidInput } from '../http/problems';

interface Options {
  readonly db: Database;
  readonly now: () => Instant;
  readonly publicUrl: string;
}

/**
 * What a text is tried with: a case, as of the event that it last told of there, unless another event is asked for. Whoever
 * writes texts has no part in cases (R10.3): what people wrote in one, and who they are, is a mark.
 */
export function createPreviewFacts({ db, now, publicUrl }: Options) {
  /** What is about no one case is tried on the day of whoever handles it, as if there were no other, with a link that sets nobody's password. */
  async function ofService(template: ServiceTemplate, { code, state }: CaseRow, language: Language): Promise<Facts> {
    switch (template) {
      case 'digest': {
        const agency = state.lead?.agency ?? OFFICE;
        const at = now();
        // Of this case alone: whoever writes texts has no part in the others.
        const lists = await agendaOf(db, agency, new Date(at), new Date(endOf(dateOf(at))), code);
        const { title } = catalogues[language].marks;
        const marked = ({ first, total }: AgendaList): AgendaList => ({
          first: first.map((one) => ({ ...one, title })),
          total,
        });
        return digestFacts(
          db,
          {
            name: '',
            language,
            agency,
            at,
            lists: { dueToday: marked(lists.dueToday), overdue: marked(lists.overdue), waiting: marked(lists.waiting) },
          },
          publicUrl
        );
      }
      case 'password_reset':
        return { link: resetUrl(publicUrl, '…') };
    }
  }

  /** @throws Problem 422 where the case has no such event. */
  return async (
    key: TemplateKey,
    language: Language,
    row: CaseRow,
    asked: number | undefined
  ): Promise<{ readonly seq: number; readonly facts: Facts }> => {
    const [audience, template] = key.split('/') as [Audience, string];
    const told = (await noticesOf(db, row.code)).findLast(
      (notice) =>
        notice.template === template &&
        (notice.recipientKind === 'submitter') === (audience === 'submitter') &&
        (asked === undefined || notice.seq === asked)
    );
    const seq = asked ?? told?.seq ?? row.seq;
    if (seq > row.seq) throw invalidInput([fault('/seq', 'tooGreat', `The case has ${String(row.seq)} events.`)]);
    if (audience === 'service') return { seq, facts: await ofService(template as ServiceTemplate, row, language) };
    const to = {
      audience,
      name: (audience === 'submitter' ? row.submitterName : null) ?? '',
      language,
      recipient: told === undefined ? null : recipientOf(told),
    };
    return { seq, facts: impersonal(await factsOf(db, await occasionOf(db, row, seq), to, publicUrl), language) };
  };
}

/** What is empty stays so: texts have parts that stand only where there is something to say. */
function impersonal(facts: Facts, language: Language): Facts {
  const { marks } = catalogues[language];
  const said = personalFacts.filter((fact) => (facts[fact] ?? '') !== '');
  return { ...facts, ...Object.fromEntries(said.map((fact) => [fact, marks[fact]])) };
}
