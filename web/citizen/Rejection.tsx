import { Paper, Text, Title } from '@mantine/core';
import { $api } from '../shared/api/client';
import type { Case, CaseEvent } from '../shared/api/types';
import { useTexts } from '../shared/i18n/catalogue';
import { useEntryName } from '../shared/i18n/entryName';
import { citizenTexts } from './messages';

/** Why a case was not accepted (R6.1). */
export function Rejection({ one, events }: { one: Case; events: readonly CaseEvent[] }) {
  const rejection = events.findLast(({ type }) => type === 'reject');
  if (one.status !== 'rejected' || rejection === undefined) return null;
  return <Reason {...rejection} />;
}

/** The reason in the words of the list as it was then. */
function Reason({ at, data }: Pick<CaseEvent, 'at' | 'data'>) {
  const t = useTexts(citizenTexts);
  const nameOf = useEntryName();
  const reasons = $api.useQuery('get', '/v1/rejection-reasons', { params: { query: { asOf: at } } });
  const reason = reasons.data?.items.find(({ code }) => code === data['reason']);
  const { explanation } = data;
  return (
    <Paper component="section">
      <Title order={2} fz="h3" mb="xs">
        {t.rejectedTitle}
      </Title>
      {reason !== undefined && <Text fw={600}>{nameOf(reason)}</Text>}
      {typeof explanation === 'string' && <Text className="prose">{explanation}</Text>}
    </Paper>
  );
}
