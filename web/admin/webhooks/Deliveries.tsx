import { Group, Select, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { byCursor } from '../../shared/api/byCursor';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { Tag, type Tone } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Loaded } from '../../shared/states/Loaded';
import { ConfirmButton } from '../../shared/forms/ConfirmButton';
import { DataTable } from '../../shared/DataTable';
import { partTexts } from '../parts/messages';
import { MoreButton } from '../../shared/MoreButton';
import { webhooksTexts } from './messages';
import type { Delivery, Webhook } from './types';

type Status = Delivery['status'];

const tones: Record<Status, Tone> = {
  pending: 'info',
  accepted: 'calm',
  refused: 'late',
  givenUp: 'late',
  notConcerned: 'quiet',
};
const ASK_AGAIN_MILLIS = 3_000;

/** The messages to a subscriber, the latest first, each with its tries; looked at again while some are on their way. */
export function Deliveries({ webhook: { id, givenUp, enabled } }: { readonly webhook: Webhook }) {
  const t = useTexts(webhooksTexts);
  const parts = useTexts(partTexts);
  const [status, setStatus] = useState<Status | null>(null);
  const params = { path: { id } };
  const touches = ['/v1/webhooks', '/v1/admin'];
  const query = useInfiniteQuery({
    queryKey: ['get', '/v1/webhooks/{id}/deliveries', id, status],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/webhooks/{id}/deliveries', {
          params: { ...params, query: { ...(status === null ? {} : { status }), cursor: pageParam } },
        })
      ),
    ...byCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((item) => item.status === 'pending')) ? ASK_AGAIN_MILLIS : false,
  });
  return (
    <section>
      <Group justify="space-between" align="end" mb="md">
        <Title order={2} fz="lg">
          {t.deliveries}
        </Title>
        <Group align="end">
          <Select
            label={t.state}
            size="sm"
            placeholder={parts.any}
            data={Object.entries(t.statuses).map(([value, label]) => ({ value: value as Status, label }))}
            value={status}
            onChange={setStatus}
            clearable
            clearButtonProps={{ 'aria-label': parts.clear(t.state) }}
          />
          {enabled && givenUp > 0 && (
            <ConfirmButton
              label={t.resendAll(givenUp)}
              text={t.resendText}
              touches={touches}
              told={t.resent}
              send={() => dataOf(api.POST('/v1/webhooks/{id}/resend', { params, body: {} }))}
            />
          )}
        </Group>
      </Group>
      <Loaded query={query}>
        {({ pages }) => {
          const deliveries = pages.flatMap(({ items }) => items);
          if (deliveries.length === 0) return <Text c="dimmed">{t.noDeliveries}</Text>;
          return (
            <Stack>
              <DeliveryTable
                deliveries={deliveries}
                resend={
                  enabled
                    ? (delivery) =>
                        dataOf(api.POST('/v1/webhooks/{id}/resend', { params, body: { deliveries: [delivery] } }))
                    : undefined
                }
                touches={touches}
              />
              <MoreButton query={query} />
            </Stack>
          );
        }}
      </Loaded>
    </section>
  );
}

interface DeliveryTableProps {
  readonly deliveries: readonly Delivery[];
  /** Sends a message again; where it is missing, nothing can be sent. */
  readonly resend: ((delivery: number) => Promise<unknown>) | undefined;
  readonly touches: readonly string[];
}

function DeliveryTable({ deliveries, resend, touches }: DeliveryTableProps) {
  const t = useTexts(webhooksTexts);
  const format = useFormats();
  return (
    <DataTable
      caption={t.deliveries}
      rows={deliveries}
      keyOf={({ id }) => id}
      head={{ label: t.at, cell: ({ createdAt }) => <span className="tabular">{format.moment(createdAt)}</span> }}
      columns={[
        {
          label: t.event,
          cell: ({ type, case: reference, caseCode }) => (
            <>
              {(t.types as Record<string, string>)[type] ?? type}
              {reference !== null && (
                <Text size="sm" c="dimmed">
                  {caseCode ?? reference}
                </Text>
              )}
            </>
          ),
        },
        { label: t.state, cell: ({ status }) => <Tag tone={tones[status]}>{t.statuses[status]}</Tag> },
        { label: t.attempts, cell: ({ attempts }) => attempts },
        {
          label: t.result,
          cell: ({ httpStatus, detail, dueAt }) =>
            [
              httpStatus === null ? '' : `HTTP ${String(httpStatus)}`,
              detail ?? '',
              dueAt === null ? '' : t.nextTry(format.moment(dueAt)),
            ]
              .filter((word) => word !== '')
              .join(' · '),
        },
        {
          label: '',
          cell: ({ id, status, createdAt }) =>
            resend !== undefined &&
            status !== 'pending' && (
              <ConfirmButton
                label={t.resend}
                describedAs={t.resendOf(format.moment(createdAt))}
                text={t.resendText}
                size="compact-sm"
                variant="subtle"
                touches={touches}
                told={t.resent}
                send={() => resend(id)}
              />
            ),
        },
      ]}
    />
  );
}
