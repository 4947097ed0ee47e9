import { Alert, Button, List, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import { dataOf, problemOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { partTexts } from '../parts/messages';
import { PreviewButton } from '../parts/PreviewButton';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { usePreview } from '../parts/usePreview';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { daysOf, type Entries } from './entries';
import { labelsOfDays } from './labelsOfDays';
import { calendarTexts } from './messages';
import { neighboursWith, yearsBeyond } from './neighbours';
import { PreviewResult } from './PreviewResult';
import type { YearAnswer } from './useYear';

interface AnnounceFormProps {
  /** The year on which the change builds. */
  readonly base: YearAnswer;
  /** Its days as they stand, and as they are to be. */
  readonly before: Entries;
  readonly entries: Entries;
  readonly changed: readonly string[];
  readonly onApplied: (after: YearAnswer) => void;
  /** Called with the year as somebody else has made it meanwhile. */
  readonly onOvertaken: (now: YearAnswer) => void;
}

interface Grounds {
  readonly document: string;
  readonly reason: string;
}

/** Document and reason of a change; what it would move; applying it. */
export function AnnounceForm({ base, before, entries, changed, onApplied, onOvertaken }: AnnounceFormProps) {
  const t = useTexts(calendarTexts);
  const parts = useTexts(partTexts);
  const format = useFormats();
  const { year } = base;
  const path = { path: { year } };
  const days = daysOf(entries);
  const bodyWith = async (grounds: Grounds) => ({
    ...days,
    ...grounds,
    neighbours: await neighboursWith(year, before, entries),
  });
  const form = useRequestForm<Grounds, YearAnswer>({
    initial: { document: '', reason: '' },
    labels: {
      document: parts.document,
      reason: t.reason,
      off: t.daysOff,
      neighbours: t.neighbours,
      ...labelsOfDays(days, format.day),
    },
    send: async (grounds) =>
      dataOf(
        api.PUT('/v1/calendar/{year}', {
          params: path,
          headers: { 'If-Match': `"calendar-${String(base.calendar)}"` },
          body: await bodyWith(grounds),
        })
      ),
    touches: ['/v1/calendar', '/v1/cases', '/v1/admin'],
    told: t.applied,
    onDone: (after) => {
      form.change({ document: '', reason: '' });
      onApplied(after);
    },
  });
  const preview = usePreview(
    form,
    { calendar: base.calendar, ...days, ...form.values },
    async (): Promise<Schemas['CalendarPreview']> =>
      dataOf(api.POST('/v1/calendar/{year}/preview', { params: path, body: await bodyWith(form.values) }))
  );
  return (
    <RequestFormFrame form={form} submit={t.apply} aside={<PreviewButton preview={preview} />}>
      {problemOf(form.refusal)?.type === 'calendar-changed' && (
        <Overtaken
          year={year}
          onOvertaken={(now) => {
            form.tell(null);
            onOvertaken(now);
          }}
        />
      )}
      {changed.length === 0 ? (
        <Text c="dimmed">{t.nothingChanged}</Text>
      ) : (
        <Stack gap={4}>
          <Text fw={600}>{t.changedDays(changed.length)}</Text>
          <List size="sm">
            {changed.map((date) => {
              const entry = entries[date];
              return (
                <List.Item key={date}>
                  {format.longDay(date)}: {entry === undefined ? t.plainDay : `${t.kinds[entry.kind]} (${entry.name})`}
                </List.Item>
              );
            })}
          </List>
          {yearsBeyond(year, before, entries).map((neighbour) => (
            <Text key={neighbour} size="sm">
              {t.changedWith(neighbour)}
            </Text>
          ))}
        </Stack>
      )}
      <TextInput {...form.line('document')} description={parts.documentHint} />
      <Textarea {...form.line('reason')} autosize minRows={2} maxRows={8} />
      {preview.data && <PreviewResult preview={preview.data} />}
    </RequestFormFrame>
  );
}

/** Somebody else has changed the calendar meanwhile: their year is taken, with what was prepared on top. */
function Overtaken({ year, onOvertaken }: { readonly year: number; readonly onOvertaken: (now: YearAnswer) => void }) {
  const t = useTexts(calendarTexts);
  const read = useMutation({
    mutationFn: () => dataOf(api.GET('/v1/calendar/{year}', { params: { path: { year } } })),
    onSuccess: onOvertaken,
  });
  return (
    <Alert title={t.overtaken}>
      <Stack align="flex-start" gap="sm">
        <Text size="sm">{t.overtakenText}</Text>
        <Button
          size="sm"
          variant="default"
          loading={read.isPending}
          onClick={() => {
            read.mutate();
          }}
        >
          {t.takeOver}
        </Button>
      </Stack>
    </Alert>
  );
}
