import { Group, Textarea } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Principal, Schemas } from '../../shared/api/types';
import { useAgencyName } from '../../shared/case/agencies';
import { usePeople } from '../../shared/case/people';
import { DayField } from '../../shared/forms/DayField';
import { ReferenceField } from '../../shared/forms/ReferenceField';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { useTexts } from '../../shared/i18n/catalogue';
import { absenceTexts } from './messages';

const blank = {
  absent: null as string | null,
  delegate: null as string | null,
  /** Null as long as nobody has chosen another day than today, which goes on at midnight. */
  from: null as string | null,
  through: null as string | null,
  reason: '',
};

interface DelegationFormProps {
  readonly today: string;
  /** Null where it is to be chosen. */
  readonly head: Principal | null;
}

/** Names a colleague who acts for an absent head, from a day through another one. */
export function DelegationForm({ today, head }: DelegationFormProps) {
  const t = useTexts(absenceTexts);
  const people = usePeople().data?.items ?? [];
  const form = useRequestForm<typeof blank, Schemas['Delegation']>({
    initial: blank,
    labels: t.labels,
    send: ({ delegate, from, through, ...given }) =>
      dataOf(
        api.POST('/v1/delegations', {
          body: { ...given, delegate: delegate ?? '', from: from ?? today, through: through ?? today },
        })
      ),
    touches: ['/v1/delegations'],
    told: t.named,
    onDone: () => {
      form.change(blank);
    },
  });
  const absent = head ?? people.find(({ id }) => id === form.values.absent);
  const colleagues = people.filter(({ id, agency }) => agency === absent?.agency && id !== absent.id);
  const agencyName = useAgencyName();
  const heads = people.filter(({ role }) => role === 'agency_lead');
  return (
    <RequestFormFrame form={form} submit={t.name}>
      {head === null && (
        <ReferenceField
          data-field="absent"
          label={t.labels.absent}
          required
          options={heads.map(({ id, name, agency }) => ({ value: id, label: `${name} · ${agencyName(agency ?? '')}` }))}
          error={form.errors['absent']}
          value={form.values.absent}
          onChange={(chosen) => {
            form.change({ absent: chosen, delegate: null });
          }}
        />
      )}
      <ReferenceField
        data-field="delegate"
        label={t.labels.delegate}
        required
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        error={form.errors['delegate']}
        value={form.values.delegate}
        onChange={(delegate) => {
          form.change({ delegate });
        }}
      />
      <Group align="flex-start" gap="sm">
        <DayField {...form.field('from')} value={form.values.from ?? today} required />
        <DayField {...form.field('through')} value={form.values.through ?? today} required />
      </Group>
      <Textarea {...form.line('reason')} required autosize minRows={2} />
    </RequestFormFrame>
  );
}
