import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '../../shared/api/client';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Page } from '../../shared/Page';
import { Empty } from '../../shared/states/Empty';
import { Loaded } from '../../shared/states/Loaded';
import { TextLink } from '../../shared/TextLink';
import { DataTable } from '../../shared/DataTable';
import { Dialog } from '../../shared/Dialog';
import { ShownOnce } from '../parts/ShownOnce';
import { webhooksTexts } from './messages';
import { NewWebhookForm } from './NewWebhookForm';
import type { Webhook } from './types';
import { WebhookState } from './WebhookState';

/** Other systems that are told what happens to cases. */
export function WebhooksPage() {
  const t = useTexts(webhooksTexts);
  const navigate = useNavigate();
  const [making, make] = useDisclosure();
  const [made, setMade] = useState<Schemas['NewWebhook'] | null>(null);
  const query = $api.useQuery('get', '/v1/webhooks', {});
  return (
    <Page title={t.title} lead={t.lead} size="xl" aside={<Button onClick={make.open}>{t.add}</Button>}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? <Empty title={t.none} text={t.noneText} /> : <WebhookTable webhooks={items} />
        }
      </Loaded>
      <Dialog title={t.add} opened={making} onClose={make.close} size="xl">
        <NewWebhookForm
          onCancel={make.close}
          onDone={(webhook) => {
            make.close();
            setMade(webhook);
          }}
        />
      </Dialog>
      <Dialog
        title={t.secret}
        held
        opened={made !== null}
        onClose={() => {
          setMade(null);
          if (made !== null) void navigate({ to: '/admin/webhooks/$id', params: { id: made.id } });
        }}
      >
        {made && <ShownOnce label={t.secret} secret={made.secret} text={t.secretText(made.name)} />}
      </Dialog>
    </Page>
  );
}

function WebhookTable({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const t = useTexts(webhooksTexts);
  const format = useFormats();
  return (
    <DataTable
      caption={t.title}
      rows={webhooks}
      keyOf={({ id }) => id}
      head={{
        label: t.labels.name,
        cell: ({ id, name, url }) => (
          <>
            <TextLink to="/admin/webhooks/$id" params={{ id }} fw={600}>
              {name}
            </TextLink>
            <Text size="sm" c="dimmed">
              {url}
            </Text>
          </>
        ),
      }}
      columns={[
        { label: t.labels.mapping, cell: ({ mapping }) => (t.mappings as Record<string, string>)[mapping] ?? mapping },
        { label: t.state, cell: (webhook) => <WebhookState webhook={webhook} /> },
        { label: t.pending, cell: ({ pending }) => format.number(pending) },
        { label: t.givenUp, cell: ({ givenUp }) => format.number(givenUp) },
      ]}
    />
  );
}
