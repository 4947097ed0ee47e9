import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { byCursor } from '../shared/api/byCursor';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import type { ListedCase } from '../shared/api/types';
import { ButtonLink } from '../shared/ButtonLink';
import { NextDeadlineBadge } from '../shared/case/DeadlineBadge';
import { StatusBadge } from '../shared/case/StatusBadge';
import { Tag } from '../shared/case/Tag';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { MoreButton } from '../shared/MoreButton';
import { Page } from '../shared/Page';
import { Empty } from '../shared/states/Empty';
import { Loaded } from '../shared/states/Loaded';
import { TextLink } from '../shared/TextLink';
import { citizenTexts } from './messages';

/** The cases of whoever is signed in. */
export function MyCasesPage() {
  const t = useTexts(citizenTexts);
  const query = useInfiniteQuery({
    queryKey: ['get', '/v1/cases', 'mine'],
    queryFn: ({ pageParam }) => dataOf(api.GET('/v1/cases', { params: { query: { cursor: pageParam } } })),
    ...byCursor,
  });
  return (
    <Page size="xl" title={t.mineTitle} aside={<ButtonLink to="/submit">{t.submitNow}</ButtonLink>}>
      <Loaded query={query}>
        {({ pages }) => {
          const cases = pages.flatMap(({ items }) => items);
          if (cases.length === 0)
            return (
              <Empty title={t.mineEmpty} text={t.mineEmptyText}>
                <ButtonLink to="/submit">{t.submitNow}</ButtonLink>
              </Empty>
            );
          return (
            <Stack>
              {cases.map((one) => (
                <CaseCard key={one.code} one={one} />
              ))}
              <MoreButton query={query} />
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
}

function CaseCard({ one }: { one: ListedCase }) {
  const t = useTexts(citizenTexts);
  const format = useFormats();
  return (
    <Paper component="article">
      <Title order={2} fz="lg">
        <TextLink to="/my-cases/$code" params={{ code: one.code }}>
          {one.title}
        </TextLink>
      </Title>
      <Text size="sm" c="dimmed" className="tabular">
        {one.code} · {t.received(format.dayOf(one.receivedAt))}
      </Text>
      <Group gap="xs" mt="xs">
        <StatusBadge status={one.status} />
        {one.waitsFor === 'submitter' && <Tag tone="soon">{t.askedOfYou}</Tag>}
        <NextDeadlineBadge next={one.nextDeadline} />
      </Group>
    </Paper>
  );
}
