import { Alert, Button, List, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { $api, api } from '../shared/api/client';
import { dataOf, problemOf } from '../shared/api/problem';
import { focusOnAppearing } from '../shared/focus';
import { faultsByField } from '../shared/forms/faults';
import { useIntentKey } from '../shared/forms/useIntentKey';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { useSession } from '../shared/session/session';
import { Loaded } from '../shared/states/Loaded';
import { ProblemAlert } from '../shared/states/ProblemAlert';
import { problemText } from '../shared/states/problemText';
import type { Filters } from './filters';
import { supervisorTexts } from './messages';

/** As many as one request takes. */
const MOST = 100;

/** Urges the cases of a list, a hundred at once, the most urgent first, and tells what came of each. */
export function UrgeForm({ filters }: { filters: Filters }) {
  const [cursor, setCursor] = useState<string>();
  const query = $api.useQuery('get', '/v1/cases', { params: { query: { ...filters, cursor, limit: MOST } } });
  return (
    <Loaded query={query}>
      {({ items, nextCursor }) => (
        <Urge
          key={cursor}
          codes={items.map(({ code }) => code)}
          onNext={
            nextCursor === null
              ? undefined
              : () => {
                  setCursor(nextCursor);
                }
          }
        />
      )}
    </Loaded>
  );
}

interface UrgeProps {
  readonly codes: string[];
  /** Goes on to the cases that follow; undefined where these are all. */
  readonly onNext: (() => void) | undefined;
}

function Urge({ codes, onNext }: UrgeProps) {
  const t = useTexts(supervisorTexts);
  const shared = useTexts(sharedTexts);
  const queries = useQueryClient();
  const intent = useIntentKey(`${useSession()?.id ?? ''}.urge`);
  // The list changes once its cases are urged: what is sent is what was shown.
  const [cases] = useState(codes);
  const [text, setText] = useState('');
  const urge = useMutation({
    mutationFn: () => {
      const body = { action: 'urge' as const, cases, input: { text } };
      return dataOf(
        api.POST('/v1/cases/bulk', { params: { header: { 'Idempotency-Key': intent.keyFor(body) } }, body })
      );
    },
    onSuccess: async () => {
      intent.done();
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/v1/') });
    },
  });
  if (cases.length === 0) return <Text>{t.nothingToUrge}</Text>;
  if (urge.data !== undefined) return <Outcome items={urge.data.items} onNext={onNext} />;
  const faults = faultsByField(urge.error, shared);
  return (
    <form
      noValidate
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        urge.mutate();
      }}
    >
      <Stack>
        <Text>{onNext === undefined ? t.urgeCount(cases.length) : t.urgeFirst(cases.length)}</Text>
        {problemOf(urge.error)?.type !== 'invalid-input' && <ProblemAlert error={urge.error} />}
        <Textarea
          label={t.urgeText}
          required
          autosize
          minRows={3}
          value={text}
          error={faults['input.text']}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={urge.isPending}>
          {t.urgeSend}
        </Button>
      </Stack>
    </form>
  );
}

interface Result {
  readonly code: string;
  readonly problem: unknown;
}

function Outcome({ items, onNext }: { items: readonly Result[]; onNext: UrgeProps['onNext'] }) {
  const t = useTexts(supervisorTexts);
  const shared = useTexts(sharedTexts);
  const refused = items.filter(({ problem }) => problem !== null);
  return (
    <Stack role="status" tabIndex={-1} ref={focusOnAppearing}>
      <Alert color={refused.length === 0 ? 'pine' : 'yellow'} variant="outline">
        {t.urged(items.length - refused.length, items.length)}
      </Alert>
      {refused.length > 0 && (
        <List size="sm">
          {refused.map(({ code, problem }) => (
            <List.Item key={code}>
              {code}: {problemText(problem, shared)}
            </List.Item>
          ))}
        </List>
      )}
      {onNext !== undefined && (
        <>
          <Text>{t.urgeRemaining}</Text>
          <Button variant="default" onClick={onNext}>
            {t.urgeNext}
          </Button>
        </>
      )}
    </Stack>
  );
}
