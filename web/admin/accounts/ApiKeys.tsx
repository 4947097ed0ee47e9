import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { $api, api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Loaded } from '../../shared/states/Loaded';
import { ConfirmButton } from '../../shared/forms/ConfirmButton';
import { DataTable } from '../../shared/DataTable';
import { Dialog } from '../../shared/Dialog';
import { Section } from '../../shared/Section';
import { ShownOnce } from '../parts/ShownOnce';
import { accountsTexts } from './messages';
import { NewKeyForm } from './NewKeyForm';

/** The keys by which another system acts, made and ended here. */
export function ApiKeys({ account }: { readonly account: Schemas['Account'] }) {
  const t = useTexts(accountsTexts);
  const [making, make] = useDisclosure();
  const [made, setMade] = useState<Schemas['NewApiKey'] | null>(null);
  const query = $api.useQuery('get', '/v1/accounts/{id}/keys', { params: { path: { id: account.id } } });
  return (
    <Section
      title={t.keys}
      aside={
        <Button size="sm" onClick={make.open}>
          {t.newKey}
        </Button>
      }
    >
      <Loaded query={query}>
        {({ keys }) =>
          keys.length === 0 ? <Text c="dimmed">{t.noKeys}</Text> : <KeyTable account={account.id} keys={keys} />
        }
      </Loaded>
      <Dialog title={t.newKey} opened={making} onClose={make.close}>
        <NewKeyForm
          account={account.id}
          onCancel={make.close}
          onDone={(key) => {
            make.close();
            setMade(key);
          }}
        />
      </Dialog>
      <Dialog
        title={t.newKey}
        held
        opened={made !== null}
        onClose={() => {
          setMade(null);
        }}
      >
        {made && <ShownOnce label={t.key} secret={made.key} text={t.keyText(made.name)} />}
      </Dialog>
    </Section>
  );
}

function KeyTable({ account, keys }: { readonly account: string; readonly keys: readonly Schemas['ApiKey'][] }) {
  const t = useTexts(accountsTexts);
  const format = useFormats();
  return (
    <DataTable
      caption={t.keys}
      rows={keys}
      keyOf={({ id }) => id}
      head={{ label: t.keyName, cell: ({ name }) => name }}
      columns={[
        { label: t.scopes, cell: ({ scopes }) => scopes.map((scope) => t.scopeNames[scope]).join(', ') || t.noScopes },
        { label: t.createdAt, cell: ({ createdAt }) => format.dayOf(createdAt) },
        { label: t.lastUsed, cell: ({ lastUsedAt }) => (lastUsedAt ? format.moment(lastUsedAt) : t.neverUsed) },
        {
          label: '',
          cell: ({ id, name, endedAt }) =>
            endedAt === null ? (
              <ConfirmButton
                label={t.endKey}
                describedAs={t.endKeyOf(name)}
                text={t.endKeyText}
                touches={['/v1/accounts', '/v1/admin']}
                told={t.keyEnded}
                send={() =>
                  dataOf(api.DELETE('/v1/accounts/{id}/keys/{key}', { params: { path: { id: account, key: id } } }))
                }
              />
            ) : (
              <Tag tone="quiet">{t.endedAt(format.dayOf(endedAt))}</Tag>
            ),
        },
      ]}
    />
  );
}
