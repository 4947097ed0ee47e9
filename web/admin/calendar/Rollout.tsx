import { Paper, Progress, Stack, Text } from '@mantine/core';
import { $api } from '../../shared/api/client';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { calendarTexts } from './messages';

const ASK_AGAIN_MILLIS = 2_000;

/** How far open cases have taken a version of the calendar over; asked for again until all have. */
export function Rollout({ version }: { readonly version: number }) {
  const t = useTexts(calendarTexts);
  const format = useFormats();
  const { data, error } = $api.useQuery(
    'get',
    '/v1/calendar/rollouts/{version}',
    { params: { path: { version } } },
    { refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : ASK_AGAIN_MILLIS) }
  );
  if (data === undefined) return <ProblemAlert error={error} />;
  const { taken, moved, remaining, state } = data;
  return (
    <Paper role="status">
      <Stack gap="xs">
        <Text fw={600}>{state === 'done' ? t.rolloutDone(version) : t.rolloutRunning(version)}</Text>
        <Progress
          value={state === 'done' ? 100 : (taken / Math.max(1, taken + remaining)) * 100}
          aria-label={t.rolloutProgress}
        />
        <Text size="sm" c="dimmed">
          {t.rolloutFigures(format.number(taken), format.number(moved), format.number(remaining))}
        </Text>
      </Stack>
    </Paper>
  );
}
