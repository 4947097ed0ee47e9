import { Stack } from '@mantine/core';
import { $api } from '../../shared/api/client';
import { useTexts } from '../../shared/i18n/catalogue';
import { Section } from '../../shared/Section';
import { officerTexts } from '../messages';
import { NoticeTask } from './NoticeTask';

/** What is left to people so that the submitter of a case is informed; nothing where all are. */
export function OpenTasks({ code }: { readonly code: string }) {
  const t = useTexts(officerTexts);
  const { data } = $api.useQuery('get', '/v1/cases/{code}/notices', { params: { path: { code } } });
  const tasks = (data?.items ?? []).flatMap((notice) => notice.tasks ?? []).filter(({ closedAt }) => closedAt === null);
  if (tasks.length === 0) return null;
  return (
    <Section title={t.notInformed}>
      <Stack gap="sm">
        {tasks.map((task) => (
          <NoticeTask key={task.id} task={task} mayBeSettled={data?.maySettle === true} />
        ))}
      </Stack>
    </Section>
  );
}
