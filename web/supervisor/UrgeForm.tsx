import { Alert, Button, List, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { $api, api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import { focusOnAppearing } from '../shared/focus';
import { RequestFormFrame } from '../shared/forms/RequestFormFrame';
import { ACT_LASTS_MILLIS, useIntentKey } from '../shared/forms/useIntentKey';
import { useRequestForm } from '../shared/forms/useRequestForm';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { useSession } from '../shared/session/session';
import { Loaded } from '../shared/states/Loaded';
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
  const intent = useIntentKey(`${useSession()?.id ?? ''}.urge`, ACT_LASTS_MILLIS);
  // The list changes once its cases are urged: what is sent is what was shown.
  const [cases] = useState(codes);
  const [results, setResults] = useState<readonly Result[]>();
  const form = useRequestForm({
    initial: { text: '' },
    labels: { 'input.text': t.urgeText },
    touches: ['/v1/'],
    send: async (input) => {
      const body = { action: 'urge' as const, cases, input };
      const answer = await dataOf(
        api.POST('/v1/cases/bulk', { params: { header: { 'Idempotency-Key': intent.keyFor(body) } }, body })
      );
      intent.end();
      return answer;
    },
    onDone: ({ items }) => {
      setResults(items);
    },
  });
  if (cases.length === 0) return <Text>{t.nothingToUrge}</Text>;
  if (results !== undefined) return <Outcome items={results} onNext={onNext} />;
  return (
    <RequestFormFrame form={form} submit={t.urgeSend}>
      <Text>{onNext === undefined ? t.urgeCount(cases.length) : t.urgeFirst(cases.length)}</Text>
      <Textarea
        {...form.line('text')}
        name="input.text"
        label={t.urgeText}
        error={form.errors['input.text']}
        required
        autosize
        minRows={3}
      />
    </RequestFormFrame>
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
