import { Stack } from '@mantine/core';
import type { TermName } from '../../shared/api/types';
import { Facts } from '../../shared/case/Facts';
import { caseTexts } from '../../shared/case/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { DataTable } from '../../shared/DataTable';
import { useBases } from './bases';
import { policiesTexts } from './messages';
import { LimitFacts } from './LimitFacts';
import type { Policy } from './typedPolicy';

/** One version: each term with its length and the article that it rests on. */
export function PolicyTerms({ policy }: { readonly policy: Policy }) {
  const t = useTexts(policiesTexts);
  const texts = useTexts(caseTexts);
  const basisOf = useBases();
  const terms = (Object.keys(texts.terms) as TermName[]).map((name) => ({ name, ...policy.terms[name] }));
  return (
    <Stack>
      <DataTable
        caption={t.terms}
        rows={terms}
        keyOf={({ name }) => name}
        head={{ label: t.term, cell: ({ name }) => texts.terms[name] }}
        columns={[
          { label: t.workingDays, cell: ({ workingDays }) => <span className="tabular">{workingDays}</span> },
          { label: t.basis, cell: ({ basis = '' }) => basisOf(basis) },
        ]}
      />
      <Facts
        facts={[
          [t.labels.dueSoon, policy.dueSoon.join(', ')],
          [t.labels.infoReminder, policy.infoReminder],
          [t.labels.freeForwardings, policy.freeForwardings],
        ]}
      />
      <LimitFacts limits={policy.attachments} />
    </Stack>
  );
}
