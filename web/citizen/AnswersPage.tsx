import { Anchor, Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconRss } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useEffect, useRef } from 'react';
import { byCursor } from '../shared/api/byCursor';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import type { Schemas } from '../shared/api/types';
import { ButtonLink } from '../shared/ButtonLink';
import { useAgencyName } from '../shared/case/agencies';
import { filterFolded } from '../shared/forms/foldAccents';
import { useAgencyOptions, useCategoryOptions } from '../shared/forms/useOptions';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { MoreButton } from '../shared/MoreButton';
import { Page } from '../shared/Page';
import { Empty } from '../shared/states/Empty';
import { Loaded } from '../shared/states/Loaded';
import { TextLink } from '../shared/TextLink';
import { Highlighted } from './Highlighted';
import { citizenTexts } from './messages';

const route = getRouteApi('/answers');

const PAGE = 20;

/** Published answers, searched and filtered by what stands in the address (R1.2). */
export function AnswersPage() {
  const t = useTexts(citizenTexts);
  const search = route.useSearch();
  const query = useInfiniteQuery({
    queryKey: ['get', '/v1/public/cases', search],
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/v1/public/cases', { params: { query: { ...search, cursor: pageParam, limit: PAGE } } })),
    ...byCursor,
  });
  const found = query.data?.pages.flatMap((page) => page.items);
  return (
    <Page
      title={t.publishedTitle}
      lead={t.publishedLead}
      size="xl"
      aside={
        <Anchor href="/feed.atom" className="screen-only">
          <IconRss size={16} aria-hidden /> {t.feed}
        </Anchor>
      }
    >
      <Stack>
        <Filters />
        <Text role="status" c="dimmed">
          {found && t.found(found.length, query.hasNextPage)}
        </Text>
        <Loaded query={query}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return (
              <>
                {items.length === 0 && (
                  <Empty title={t.nothingFound} text={t.nothingFoundText}>
                    <ButtonLink to="/submit">{t.submitNow}</ButtonLink>
                  </Empty>
                )}
                {items.map((item) => (
                  <Found key={item.number} item={item} />
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

function Filters() {
  const t = useTexts(citizenTexts);
  const search = route.useSearch();
  const navigate = useNavigate();
  const categories = useCategoryOptions();
  const agencies = useAgencyOptions();
  const narrow = (changes: Partial<typeof search>) => {
    void navigate({ to: '/answers', search: { ...search, ...changes }, replace: true });
  };
  const box = useRef<HTMLInputElement>(null);
  // Whoever searches keeps their place in the field; one that is not in use follows the address.
  useEffect(() => {
    if (box.current !== null && box.current !== document.activeElement) box.current.value = search.q ?? '';
  }, [search.q]);
  const look = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = new FormData(event.currentTarget).get('q');
    narrow({ q: typeof q === 'string' && q.trim() !== '' ? q.trim() : undefined });
  };
  return (
    <Paper component="search">
      <form onSubmit={look}>
        <Group align="flex-end" wrap="nowrap">
          <TextInput
            ref={box}
            name="q"
            type="search"
            label={t.searchLabel}
            description={t.searchHint}
            defaultValue={search.q}
            maxLength={200}
            flex={1}
          />
          <Button type="submit">{t.search}</Button>
        </Group>
      </form>
      <Group grow mt="sm" preventGrowOverflow={false}>
        <Select
          label={t.category}
          placeholder={t.allCategories}
          clearable
          data={categories}
          value={search.category ?? null}
          onChange={(category) => {
            narrow({ category: category ?? undefined });
          }}
        />
        <Select
          label={t.agency}
          placeholder={t.allAgencies}
          clearable
          searchable
          filter={filterFolded}
          data={agencies}
          value={search.agency ?? null}
          onChange={(agency) => {
            narrow({ agency: agency ?? undefined });
          }}
        />
      </Group>
    </Paper>
  );
}

function Found({ item }: { item: Schemas['PublicationOfList'] }) {
  const t = useTexts(citizenTexts);
  const format = useFormats();
  const agencyName = useAgencyName();
  return (
    <Paper component="article">
      <Title order={2} fz="lg">
        <TextLink to="/answers/$number" params={{ number: item.number }}>
          <Highlighted text={item.title} hits={item.titleHits} />
        </TextLink>
      </Title>
      <Text my={4}>
        <Highlighted text={item.snippet.text} hits={item.snippet.hits} />
      </Text>
      <Text size="sm" c="dimmed">
        {agencyName(item.agency, item.agencies)} · {t.publishedOn(format.dayOf(item.publishedAt))}
      </Text>
    </Paper>
  );
}
