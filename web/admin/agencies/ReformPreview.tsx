import { Stack, Text } from '@mantine/core';
import type { Schemas } from '../../shared/api/types';
import { useAgencyName } from '../../shared/case/agencies';
import { useTexts } from '../../shared/i18n/catalogue';
import { DataTable } from '../../shared/DataTable';
import { Figures } from '../parts/Figures';
import { agenciesTexts } from './messages';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What a decision would move: cases to whom, and what becomes of the people. */
export function ReformPreview({
  preview: { units, successor, people },
}: {
  readonly preview: Schemas['AgencyReformPreview'];
}) {
  const t = useTexts(agenciesTexts);
  const nameOf = useAgencyName();
  return (
    <Stack role="status" gap="sm">
      <Figures
        figures={[
          { label: t.casesMove, value: sum(units.map(({ openCases }) => openCases)), tone: 'info' },
          {
            label: t.peopleWords[people],
            value: people === 'stay' ? 0 : sum(units.filter(({ ends }) => ends).map((unit) => unit.people)),
            tone: people === 'end' ? 'late' : 'quiet',
          },
        ]}
      />
      <Text>{successor === null ? t.noHandover : t.handover(nameOf(successor))}</Text>
      {units.length > 0 && (
        <DataTable
          caption={t.units}
          rows={units}
          keyOf={({ agency }) => agency}
          head={{ label: t.labels.name, cell: ({ agency }) => nameOf(agency) }}
          columns={[
            { label: t.casesMove, cell: ({ openCases }) => openCases },
            { label: t.people, cell: ({ people: count }) => count },
            { label: t.fate, cell: ({ ends }) => (ends ? t.ends : t.goesOn) },
          ]}
        />
      )}
    </Stack>
  );
}
