import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Principal, Schemas } from '../../shared/api/types';
import { usePersonName } from '../../shared/case/people';
import { Tag, type Tone } from '../../shared/case/Tag';
import { DataTable } from '../../shared/DataTable';
import { ConfirmButton } from '../../shared/forms/ConfirmButton';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { absenceTexts } from './messages';

type Delegation = Schemas['Delegation'];
type State = 'inForce' | 'toCome' | 'over' | 'ended';

const tones: Record<State, Tone> = { inForce: 'calm', toCome: 'info', over: 'quiet', ended: 'quiet' };

function stateOf({ inForce, endedAt, from }: Delegation, today: string): State {
  if (inForce) return 'inForce';
  if (endedAt !== null) return 'ended';
  return from > today ? 'toCome' : 'over';
}

interface DelegationTableProps {
  readonly delegations: readonly Delegation[];
  readonly reader: Principal;
  readonly today: string;
}

/** Who stood in, stands in or will stand in for whom; what is not over yet can be ended. */
export function DelegationTable({ delegations, reader, today }: DelegationTableProps) {
  const t = useTexts(absenceTexts);
  const format = useFormats();
  const personName = usePersonName();
  const nameOf = (id: string) => (id === reader.id ? t.you : (personName(id) ?? t.somebody));
  const state = (one: Delegation) => stateOf(one, today);
  return (
    <DataTable
      caption={t.list}
      rows={delegations}
      keyOf={({ id }) => id}
      head={{ label: t.labels.delegate, cell: ({ delegate }) => nameOf(delegate) }}
      columns={[
        { label: t.labels.absent, cell: ({ absent }) => nameOf(absent) },
        {
          label: `${t.labels.from} – ${t.labels.through}`,
          cell: ({ from, through }) => t.days(format.day(from), format.day(through)),
        },
        { label: t.labels.reason, cell: ({ reason }) => reason },
        { label: t.state, cell: (one) => <Tag tone={tones[state(one)]}>{t.states[state(one)]}</Tag> },
        {
          label: '',
          cell: (one) =>
            ['inForce', 'toCome'].includes(state(one)) && (
              <ConfirmButton
                label={t.end}
                describedAs={t.endOf(nameOf(one.delegate))}
                text={t.endText}
                touches={['/v1/delegations']}
                told={t.wasEnded}
                send={() =>
                  dataOf(api.DELETE('/v1/delegations/{delegation}', { params: { path: { delegation: one.id } } }))
                }
              />
            ),
        },
      ]}
    />
  );
}
