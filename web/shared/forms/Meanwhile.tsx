import { Alert, Stack } from '@mantine/core';
import { $api } from '../api/client';
import { Timeline } from '../case/Timeline';
import { useTexts } from '../i18n/catalogue';
import { Loaded } from '../states/Loaded';
import { formTexts } from './messages';

/** What others did to a case since event number `since`. */
export function Meanwhile({ code, since }: { code: string; since: number }) {
  const t = useTexts(formTexts);
  const events = $api.useQuery('get', '/v1/cases/{code}/events', { params: { path: { code } } }, { staleTime: 0 });
  return (
    <Alert role="status" title={t.meanwhileTitle} variant="outline" color="var(--soon-text)">
      <Stack>
        {t.meanwhileText}
        <Loaded query={events}>{({ items }) => <Timeline events={items.filter(({ seq }) => seq > since)} />}</Loaded>
      </Stack>
    </Alert>
  );
}
