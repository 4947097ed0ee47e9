import { Group, Textarea } from '@mantine/core';
import { $api, api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Principal, Schemas } from '../../shared/api/types';
import { DayField } from '../../shared/forms/DayField';
import { ReferenceField } from '../../shared/forms/ReferenceField';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { useTexts } from '../../shared/i18n/catalogue';
import { localDayOf } from '../../shared/i18n/format';
import { absenceTexts } from './messages';

const blank = () => {
  const today = localDayOf(new Date());
  return { delegate: null as string | null, from: today, through: today, reason: '' };
};

/** Names a colleague who acts for an absent head, from a day through another one. */
export function DelegationForm({ head }: { readonly head: Principal }) {
  const t = useTexts(absenceTexts);
  const people = $api.useQuery('get', '/v1/people').data?.items ?? [];
  const colleagues = people.filter(({ id, agency }) => agency === head.agency && id !== head.id);
  const form = useRequestForm<ReturnType<typeof blank>, Schemas['Delegation']>({
    initial: blank(),
    labels: t.labels,
    send: ({ delegate, ...given }) =>
      dataOf(api.POST('/v1/delegations', { body: { ...given, delegate: delegate ?? '' } })),
    touches: ['/v1/delegations'],
    told: t.named,
    onDone: () => {
      form.change(blank());
    },
  });
  const day = (name: 'from' | 'through') => (
    <DayField
      name={name}
      label={t.labels[name]}
      required
      error={form.errors[name]}
      value={form.values[name]}
      onChange={(value) => {
        form.change({ [name]: value });
      }}
    />
  );
  return (
    <RequestFormFrame form={form} submit={t.name}>
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
        {day('from')}
        {day('through')}
      </Group>
      <Textarea {...form.line('reason')} required autosize minRows={2} />
    </RequestFormFrame>
  );
}
