import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { $api } from '../shared/api/client';
import type { Principal } from '../shared/api/types';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { actFor, useActingFor } from '../shared/session/actingFor';

/** For whom somebody may stand in today, as entries of their menu; in whose capacity they act is told by `ActingForBar`. */
export function StandIn({ principal }: { readonly principal: Principal }) {
  const t = useTexts(sharedTexts);
  const acting = useActingFor();
  const queries = useQueryClient();
  const router = useRouter();
  const { data } = $api.useQuery('get', '/v1/delegations');
  const people = $api.useQuery(
    'get',
    '/v1/people',
    {},
    { enabled: data?.items.some(({ inForce }) => inForce) ?? false }
  );
  const absent = (data?.items ?? []).filter(({ inForce, delegate }) => inForce && delegate === principal.id);
  const change = (to: string | null) => {
    actFor(to);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    void router.invalidate();
  };
  if (acting !== null)
    return (
      <Menu.Item
        onClick={() => {
          change(null);
        }}
      >
        {t.actForOneself}
      </Menu.Item>
    );
  return absent.map((one) => (
    <Menu.Item
      key={one.id}
      onClick={() => {
        change(one.absent);
      }}
    >
      {t.actFor(people.data?.items.find(({ id }) => id === one.absent)?.name ?? t.roles.agency_lead)}
    </Menu.Item>
  ));
}
