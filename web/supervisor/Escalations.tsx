import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { $api } from '../shared/api/client';
import type { Case } from '../shared/api/types';
import { NextDeadlineBadge } from '../shared/case/DeadlineBadge';
import { focusPage, useFocusOnChange } from '../shared/focus';
import { ActionForm } from '../shared/forms/ActionForm';
import { formTexts } from '../shared/forms/messages';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { useSession } from '../shared/session/session';
import { Loaded } from '../shared/states/Loaded';
import { CaseLink } from './CaseLink';
import { CaseListLink } from './CaseListLink';
import { supervisorTexts } from './messages';
import { useLeadName } from './useLeadName';

const SHOWN = 10;

/** Cases before the leadership, each beside what the Office proposes; nothing where there is none. */
export function Escalations() {
  const t = useTexts(supervisorTexts);
  const query = $api.useQuery('get', '/v1/cases', { params: { query: { status: 'escalated', limit: SHOWN } } });
  if (query.data?.items.length === 0) return null;
  return (
    <section aria-labelledby="escalations">
      <Title order={2} fz="h3" id="escalations" mb="sm">
        {t.escalationsTitle}
      </Title>
      <Loaded query={query}>
        {({ items, nextCursor }) => (
          <Stack>
            {items.map(({ code, nextDeadline }) => (
              <Escalation key={code} code={code} badge={<NextDeadlineBadge next={nextDeadline} />} />
            ))}
            {nextCursor !== null && <CaseListLink filters={{ status: 'escalated' }}>{t.allEscalations}</CaseListLink>}
          </Stack>
        )}
      </Loaded>
    </section>
  );
}

function Escalation({ code, badge }: { code: string; badge: ReactNode }) {
  const one = $api.useQuery('get', '/v1/cases/{code}', { params: { path: { code } } });
  return <Loaded query={one}>{(data) => <EscalatedCase one={data} badge={badge} />}</Loaded>;
}

function EscalatedCase({ one, badge }: { one: Case; badge: ReactNode }) {
  const t = useTexts(supervisorTexts);
  const forms = useTexts(formTexts);
  const format = useFormats();
  const nameOf = useLeadName();
  const session = useSession();
  const [deciding, setDeciding] = useState(false);
  const part = useFocusOnChange<HTMLDivElement>(deciding);
  const events = $api.useQuery('get', '/v1/cases/{code}/events', { params: { path: { code: one.code } } });
  const escalation = events.data?.items.findLast(({ type }) => type === 'escalate');
  const ground = forms.choices.ground[escalation?.data['ground'] as keyof typeof forms.choices.ground];
  const proposal = escalation?.data['proposal'];
  return (
    <Paper component="article">
      <Group justify="space-between" align="flex-start" mb="sm">
        <div>
          <Title order={3} fz="lg">
            <CaseLink code={one.code}>{one.title}</CaseLink>
          </Title>
          <Text size="sm" c="dimmed" className="tabular">
            {one.code} · {nameOf(one.leadAgency)} · {t.receivedOn(format.dayOf(one.receivedAt))}
          </Text>
        </div>
        {badge}
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <div>
          <Title order={4} fz="md">
            {t.content}
          </Title>
          <Text className="prose" lineClamp={12}>
            {one.content}
          </Text>
        </div>
        <div>
          <Title order={4} fz="md">
            {t.proposal}
          </Title>
          <Text size="sm" c="dimmed">
            {ground}
          </Text>
          <Text className="prose">{typeof proposal === 'string' ? proposal : t.noProposal}</Text>
        </div>
      </SimpleGrid>
      {one.allowedActions.includes('decide') && session && (
        <Stack
          mt="md"
          align={deciding ? 'stretch' : 'flex-start'}
          role="group"
          aria-label={t.decideOn(one.title)}
          tabIndex={-1}
          ref={part}
        >
          {deciding ? (
            <ActionForm
              action="decide"
              ofCase={one}
              owner={session.id}
              // What is decided takes its place on the page with it.
              onDone={focusPage}
              onCancel={() => {
                setDeciding(false);
              }}
            />
          ) : (
            <Button
              aria-label={t.decideOn(one.title)}
              onClick={() => {
                setDeciding(true);
              }}
            >
              {forms.actions.decide}
            </Button>
          )}
        </Stack>
      )}
    </Paper>
  );
}
