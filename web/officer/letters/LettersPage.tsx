import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { byCursor } from '../../shared/api/byCursor';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useTexts } from '../../shared/i18n/catalogue';
import { MoreButton } from '../../shared/MoreButton';
import { Page } from '../../shared/Page';
import { Empty } from '../../shared/states/Empty';
import { Loaded } from '../../shared/states/Loaded';
import { officerTexts } from '../messages';
import { NoticeTask } from './NoticeTask';

/** What is left to people so that submitters are informed: letters to send, addresses to mend (S6). */
export function LettersPage() {
  const t = useTexts(officerTexts);
  const query = useInfiniteQuery({
    queryKey: ['get', '/v1/notice-tasks'],
    queryFn: ({ pageParam }) => dataOf(api.GET('/v1/notice-tasks', { params: { query: { cursor: pageParam } } })),
    ...byCursor,
  });
  return (
    <Page title={t.lettersTitle} lead={t.lettersLead}>
      <Loaded query={query}>
        {({ pages }) => {
          const tasks = pages.flatMap(({ items }) => items);
          return tasks.length === 0 ? (
            <Empty title={t.noLetters} text={t.noLettersHint} />
          ) : (
            <Stack>
              {tasks.map((task) => (
                <NoticeTask key={task.id} task={task} mayBeSettled />
              ))}
              <MoreButton query={query} />
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
}
