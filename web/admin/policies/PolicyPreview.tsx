import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../shared/api/types';
import { caseTexts } from '../../shared/case/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { DataTable } from '../../shared/DataTable';
import { Section } from '../../shared/Section';
import { LimitFacts } from './LimitFacts';
import { policiesTexts } from './messages';

/** What a new version would change: the lengths, and the deadlines of cases of the coming days. */
export function PolicyPreview({
  preview: { lengths, examples, attachments, openCases, replaces },
}: {
  readonly preview: Schemas['PolicyPreview'];
}) {
  const t = useTexts(policiesTexts);
  const texts = useTexts(caseTexts);
  const format = useFormats();
  const rows = examples.flatMap(({ received, terms }) => terms.map((term) => ({ received, ...term })));
  return (
    <Stack role="status" gap="sm">
      <Text>{t.keepsOpen(format.number(openCases), replaces)}</Text>
      {lengths.length === 0 ? (
        <Text>{t.sameLengths}</Text>
      ) : (
        <DataTable
          caption={t.changedLengths}
          rows={lengths}
          keyOf={({ term }) => term}
          head={{ label: t.term, cell: ({ term }) => texts.terms[term] }}
          columns={[
            { label: t.today, cell: ({ today }) => today },
            { label: t.proposed, cell: ({ proposed }) => <strong>{proposed}</strong> },
          ]}
        />
      )}
      {JSON.stringify(attachments.today) !== JSON.stringify(attachments.proposed) && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Section title={t.today}>
            <LimitFacts limits={attachments.today} />
          </Section>
          <Section title={t.proposed}>
            <LimitFacts limits={attachments.proposed} />
          </Section>
        </SimpleGrid>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t.examples}
          rows={rows}
          keyOf={({ received, term }) => `${received} ${term}`}
          head={{ label: t.received, cell: ({ received }) => format.shortDay(received) }}
          columns={[
            { label: t.term, cell: ({ term }) => texts.terms[term] },
            { label: t.today, cell: ({ today }) => format.day(today) },
            { label: t.proposed, cell: ({ proposed }) => <strong>{format.day(proposed)}</strong> },
          ]}
        />
      )}
    </Stack>
  );
}
