import { Text, Title } from '@mantine/core';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { DataTable } from '../../shared/DataTable';
import { useAdministratorName } from '../parts/people';
import { calendarTexts } from './messages';
import type { YearAnswer } from './useYear';

/** Everything that was ever announced of a year, the latest first. */
export function History({ history }: { readonly history: YearAnswer['history'] }) {
  const t = useTexts(calendarTexts);
  const format = useFormats();
  const nameOf = useAdministratorName();
  return (
    <section>
      <Title order={2} fz="lg" mb="md">
        {t.history}
      </Title>
      {history.length === 0 ? (
        <Text c="dimmed">{t.noHistory}</Text>
      ) : (
        <DataTable
          caption={t.history}
          rows={history.toSorted((a, b) => b.version - a.version)}
          keyOf={({ version }) => version}
          head={{ label: t.version, cell: ({ version }) => version }}
          columns={[
            { label: t.entered, cell: ({ createdAt }) => format.moment(createdAt) },
            { label: t.by, cell: ({ createdBy }) => createdBy && nameOf(createdBy) },
            { label: t.document, cell: ({ document }) => document },
            { label: t.reason, cell: ({ reason }) => reason },
          ]}
        />
      )}
    </section>
  );
}
