import { Alert, Stack, Text } from '@mantine/core';
import { $api } from '../../shared/api/client';
import type { Status } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { officerTexts } from '../messages';
import { usePersonName } from '../../shared/case/people';
import { type Draft, draftsOf } from './drafts';
import styles from './DraftReview.module.css';
import { Section } from '../../shared/Section';
import { WordDiff } from './WordDiff';

/** A draft that waits for a decision, or came back from one. */
const underReview: readonly Status[] = ['approving', 'processing', 'answered'];

interface DraftReviewProps {
  readonly code: string;
  readonly awaits: Status;
}

/** The draft of the answer beside the one before it, with what changed since it was sent back and why it was. */
export function DraftReview({ code, awaits }: DraftReviewProps) {
  const query = $api.useQuery(
    'get',
    '/v1/cases/{code}/events',
    { params: { path: { code } } },
    { enabled: underReview.includes(awaits) }
  );
  const drafts = draftsOf(query.data?.items ?? []);
  const latest = drafts.at(-1);
  const before = drafts.at(-2);
  if (!underReview.includes(awaits) || latest === undefined) return null;
  // An answer that was given at once stands on the page already.
  if (awaits === 'answered' && before === undefined) return null;
  return <Review latest={latest} before={before} />;
}

function Review({ latest, before }: { readonly latest: Draft; readonly before: Draft | undefined }) {
  const t = useTexts(officerTexts);
  const said = before?.returned ?? null;
  return (
    <Section title={t.draft}>
      <Stack gap="sm">
        {said !== null && <Returned reason={said.reason} />}
        <div className={before === undefined ? undefined : styles.panes}>
          {before !== undefined && (
            <Pane draft={before} title={t.draftBefore}>
              <WordDiff before={before.text} after={latest.text} side="before" />
            </Pane>
          )}
          <Pane draft={latest} title={before === undefined ? undefined : t.draftNow}>
            {before === undefined ? latest.text : <WordDiff before={before.text} after={latest.text} side="after" />}
          </Pane>
        </div>
        {latest.returned !== null && <Returned reason={latest.returned.reason} />}
      </Stack>
    </Section>
  );
}

function Returned({ reason }: { readonly reason: string }) {
  const t = useTexts(officerTexts);
  return (
    <Alert variant="light" color="yellow" title={t.returnedFor} className={styles.returned}>
      <span className="prose">{reason}</span>
    </Alert>
  );
}

interface PaneProps {
  readonly draft: Draft;
  readonly title: string | undefined;
  readonly children: React.ReactNode;
}

function Pane({ draft: { event }, title, children }: PaneProps) {
  const format = useFormats();
  const personName = usePersonName();
  const author = event.by.id === undefined ? undefined : personName(event.by.id);
  return (
    <div className={styles.pane}>
      {title !== undefined && (
        <Text fw={600} component="h3" size="md" m={0}>
          {title}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {[author, format.moment(event.at)].filter((part) => part !== undefined).join(' · ')}
      </Text>
      <Text mt="xs" className="prose" component="div">
        {children}
      </Text>
    </div>
  );
}
