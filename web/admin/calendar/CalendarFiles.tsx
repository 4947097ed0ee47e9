import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../shared/api/client';
import { dataOf, problemOf } from '../../shared/api/problem';
import { faultText, useFaultWords } from '../../shared/forms/faults';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { Section } from '../../shared/Section';
import { calendarTexts } from './messages';
import { PreviewResult } from './PreviewResult';

/** The calendar as an iCalendar file: given out, and taken in after a look at what it would change. */
export function CalendarFiles({
  year,
  onApplied,
}: {
  readonly year: number;
  readonly onApplied: (version: number) => void;
}) {
  const t = useTexts(calendarTexts);
  const shared = useTexts(sharedTexts);
  const queries = useQueryClient();
  const look = useMutation({
    mutationFn: async (file: File) => {
      const text = await file.text();
      return { file, text, answer: await importFile(text, { apply: 'false' }) };
    },
  });
  const apply = useMutation({
    mutationFn: ({ text, calendar }: { readonly text: string; readonly calendar: number }) =>
      importFile(text, { apply: 'true' }, { 'If-Match': `"calendar-${String(calendar)}"` }),
    onError: (error) => {
      // What was looked at is no longer what the file would change.
      if (problemOf(error)?.type === 'calendar-changed' && look.data) look.mutate(look.data.file);
    },
    onSuccess: async (answer) => {
      look.reset();
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/v1/calendar') });
      if (answer.applied) onApplied(answer.calendar);
    },
  });
  const { text, answer: found } = look.data ?? {};
  const error = look.error ?? apply.error;
  const readAgain = useRef<() => void>(null);
  return (
    <Section title={t.files}>
      <Stack>
        <Group gap="sm">
          <Button
            component="a"
            href={`/v1/calendar/${String(year)}.ics`}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t.exportYear(year)}
          </Button>
          <Button
            component="a"
            href="/v1/calendar.ics"
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t.exportAll}
          </Button>
          <FileButton
            accept="text/calendar,.ics"
            resetRef={readAgain}
            onChange={(file) => {
              if (file === null) return;
              apply.reset();
              look.mutate(file);
              // A browser tells of no second choice of a file that was put right under its old name.
              readAgain.current?.();
            }}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={look.isPending}
                leftSection={<IconUpload size={18} aria-hidden />}
              >
                {t.importFile}
              </Button>
            )}
          </FileButton>
        </Group>
        <ProblemAlert error={error} />
        <Faults error={error} />
        {found && !found.applied && text !== undefined && (
          <Stack>
            <Text>{found.years.length === 0 ? t.importNothing : t.importYears(found.years.join(', '))}</Text>
            {found.years.length > 0 && (
              <>
                <PreviewResult preview={found.preview} />
                <Group>
                  <Button
                    loading={apply.isPending}
                    onClick={() => {
                      apply.mutate({ text, calendar: found.preview.calendar });
                    }}
                  >
                    {t.importApply}
                  </Button>
                  <Button
                    variant="default"
                    onClick={() => {
                      look.reset();
                    }}
                  >
                    {shared.cancel}
                  </Button>
                </Group>
              </>
            )}
          </Stack>
        )}
      </Stack>
    </Section>
  );
}

/** What is wrong with a file, and where in it. */
function Faults({ error }: { readonly error: unknown }) {
  const words = useFaultWords();
  const faults = problemOf(error)?.errors ?? [];
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map((fault) => (
        <li key={fault.path + fault.code}>
          {fault.path} {faultText(fault, words)}
        </li>
      ))}
    </ul>
  );
}

const importFile = (body: string, query: { readonly apply: 'true' | 'false' }, headers = {}) =>
  dataOf(
    api.POST('/v1/calendar/import', {
      params: { query },
      headers: { 'Content-Type': 'text/calendar', ...headers },
      body,
      bodySerializer: String,
    })
  );
