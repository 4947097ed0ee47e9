import { Text } from '@mantine/core';
import { $api } from '../../shared/api/client';
import type { Schemas } from '../../shared/api/types';
import { useAgencyName } from '../../shared/case/agencies';
import { Tag, type Tone } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Loaded } from '../../shared/states/Loaded';
import { DataTable } from '../../shared/DataTable';
import { agenciesTexts } from './messages';

type Reform = Schemas['AgencyReform'];

const tones: Record<Reform['state'], Tone> = { scheduled: 'info', underWay: 'soon', done: 'calm' };
const ASK_AGAIN_MILLIS = 3_000;

/** Decisions on agencies, planned and past; those under way are looked at again until they are done. */
export function ReformTable() {
  const t = useTexts(agenciesTexts);
  const format = useFormats();
  const nameOf = useAgencyName();
  const query = $api.useQuery(
    'get',
    '/v1/agencies/changes',
    {},
    {
      refetchInterval: ({ state }) =>
        state.data?.items.some((reform) => reform.state === 'underWay') ? ASK_AGAIN_MILLIS : false,
    }
  );
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">{t.noReforms}</Text>
        ) : (
          <DataTable
            caption={t.reforms}
            rows={items}
            keyOf={({ id }) => id}
            head={{ label: t.reformLabels.effectiveOn, cell: ({ effectiveOn }) => format.day(effectiveOn) }}
            columns={[
              { label: t.kind, cell: ({ kind }) => t.kinds[kind] },
              {
                label: t.units,
                cell: (reform) =>
                  unitsOf(reform)
                    .map((id) => nameOf(id, reform.agencies))
                    .join(', '),
              },
              { label: t.successor, cell: ({ successor, agencies }) => successor && nameOf(successor, agencies) },
              { label: t.document, cell: ({ document }) => document },
              { label: t.state, cell: ({ state }) => <Tag tone={tones[state]}>{t.states[state]}</Tag> },
              {
                label: t.progress,
                cell: ({ successor, passedOn, remaining }) =>
                  successor && t.progressOf(format.number(passedOn), format.number(remaining)),
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}

/** The agencies that a decision names; where no case changes hands, only its own words do. */
function unitsOf({ from, reform }: Reform): readonly string[] {
  if (from.length > 0) return from;
  const named = (reform as { from?: string | string[] } | null)?.from ?? [];
  return typeof named === 'string' ? [named] : named;
}
