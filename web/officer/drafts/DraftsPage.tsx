import { Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { byCursor } from '../../shared/api/byCursor';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { MoreButton } from '../../shared/MoreButton';
import { Page } from '../../shared/Page';
import { Empty } from '../../shared/states/Empty';
import { Loaded } from '../../shared/states/Loaded';
import { TabLink, TabLinks } from '../../shared/TabLinks';
import { TextLink } from '../../shared/TextLink';
import { officerTexts } from '../messages';
import { draftStatuses } from './draftSearch';

const route = getRouteApi('/drafts');

/** Messages by e-mail and Zalo of which the Office makes cases, the longest waiting first (R3). */
export function DraftsPage() {
  const t = useTexts(officerTexts);
  const { status = 'waiting' } = route.useSearch();
  const query = useInfiniteQuery({
    queryKey: ['get', '/v1/drafts', status],
    queryFn: ({ pageParam }) => dataOf(api.GET('/v1/drafts', { params: { query: { status, cursor: pageParam } } })),
    ...byCursor,
  });
  return (
    <Page title={t.draftsTitle} lead={t.draftsLead}>
      <Stack>
        <TabLinks label={t.draftsTitle}>
          {draftStatuses.map((one) => (
            <TabLink key={one} to="/drafts" search={one === 'waiting' ? {} : { status: one }} current={one === status}>
              {t.draftStatuses[one]}
            </TabLink>
          ))}
        </TabLinks>
        <Loaded query={query}>
          {({ pages }) => {
            const drafts = pages.flatMap(({ items }) => items);
            return drafts.length === 0 ? (
              <Empty title={t.noDrafts} text={t.noDraftsHint} />
            ) : (
              <>
                {drafts.map((draft) => (
                  <DraftLine key={draft.id} draft={draft} />
                ))}
                <MoreButton query={query} />
              </>
            );
          }}
        </Loaded>
      </Stack>
    </Page>
  );
}

function DraftLine({ draft }: { readonly draft: Schemas['Draft'] }) {
  const t = useTexts(officerTexts);
  const format = useFormats();
  const { id, source, sender, senderName, subject, text, automatic, receivedAt } = draft;
  return (
    <Paper component="article" p="md">
      <Group gap="xs">
        <Tag tone="info">{t.draftSources[source]}</Tag>
        {automatic !== null && <Tag tone="quiet">{t.automaticKinds[automatic]}</Tag>}
        <Text size="sm" c="dimmed">
          {[senderName ?? sender, format.moment(receivedAt)].filter((part) => part !== null).join(' · ')}
        </Text>
      </Group>
      <TextLink to="/drafts/$draft" params={{ draft: id }} fw={600}>
        {subject ?? t.noSubject}
      </TextLink>
      <Text size="sm" lineClamp={2}>
        {text}
      </Text>
    </Paper>
  );
}
