import { Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { byCursor } from '../api/byCursor';
import { api } from '../api/client';
import { dataOf, problemOf } from '../api/problem';
import { Tag } from '../case/Tag';
import { useTexts } from '../i18n/catalogue';
import { useFormats } from '../i18n/format';
import { MoreButton } from '../MoreButton';
import { Loaded } from '../states/Loaded';
import { type DifferencesProps, Differences } from './Differences';
import { partnerTexts } from './messages';
import type { PartnerName, Reconciliation } from './partner';

const PAGE = 10;

interface ReconciliationsProps extends Pick<DifferencesProps, 'linkTo' | 'act'> {
  readonly partner: PartnerName;
}

/** What comparing days with a partner found, the latest first (R1.6). */
export function Reconciliations({ partner, ...parts }: ReconciliationsProps) {
  const t = useTexts(partnerTexts);
  const path = { name: partner };
  const query = useInfiniteQuery({
    queryKey: ['get', '/v1/partners/{name}/reconciliations', partner],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/partners/{name}/reconciliations', { params: { path, query: { limit: PAGE, cursor: pageParam } } })
      ),
    ...byCursor,
  });
  if (problemOf(query.error)?.type === 'no-such-partner') return <Text c="dimmed">{t.notConnected}</Text>;
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Text c="dimmed">{t.none}</Text>;
        return (
          <Stack>
            {items.map((found) => (
              <Compared key={found.id} found={found} {...parts} />
            ))}
            <MoreButton query={query} />
          </Stack>
        );
      }}
    </Loaded>
  );
}

function Compared({ found, ...parts }: { readonly found: Reconciliation } & Pick<DifferencesProps, 'linkTo' | 'act'>) {
  const t = useTexts(partnerTexts);
  const format = useFormats();
  const { day, at, here, there, fault, cause } = found;
  const counts =
    there === null ? t.countHere(format.number(here)) : t.counts(format.number(here), format.number(there));
  return (
    <article>
      <Group gap="sm">
        <Title order={3} fz="md">
          {t.day(format.day(day))}
        </Title>
        <Outcome found={found} />
      </Group>
      <Text size="sm" c="dimmed">
        {counts} {t.comparedAt(format.moment(at))}
      </Text>
      {fault !== null && (
        <Text size="sm">
          {t.why} {cause !== null && t.causes[cause]}{' '}
          <Text span c="dimmed" lang="en">
            ({fault})
          </Text>
        </Text>
      )}
      <Differences found={found} {...parts} />
    </article>
  );
}

function Outcome({ found: { fault, missingThere, missingHere, different } }: { readonly found: Reconciliation }) {
  const t = useTexts(partnerTexts);
  if (fault !== null) return <Tag tone="late">{t.failed}</Tag>;
  const count = missingThere.length + missingHere.length + different.length;
  return count === 0 ? <Tag tone="calm">{t.same}</Tag> : <Tag tone="late">{t.differs(count)}</Tag>;
}
