import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { $api } from '../../shared/api/client';
import type { CaseEvent } from '../../shared/api/types';
import { Timeline } from '../../shared/case/Timeline';
import { caseTexts } from '../../shared/case/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { useEntryName } from '../../shared/i18n/entryName';
import { Loaded } from '../../shared/states/Loaded';
import { officerTexts } from '../messages';
import { usePersonName } from '../../shared/case/people';
import { EventDetails } from './EventDetails';
import { NoticesOf } from './NoticesOf';
import { Section } from '../../shared/Section';

const kinds = ['all', 'acts'] as const;
type Kind = (typeof kinds)[number];

const isAct = ({ by }: CaseEvent): boolean => by.role !== 'service';

/** Everything that happened, with who did it and who was told of it. */
export function History({ code }: { readonly code: string }) {
  const t = useTexts(officerTexts);
  const texts = useTexts(caseTexts);
  const ofCase = { params: { path: { code } } };
  const events = $api.useQuery('get', '/v1/cases/{code}/events', ofCase);
  const notices = $api.useQuery('get', '/v1/cases/{code}/notices', ofCase);
  const [kind, setKind] = useState<Kind>('all');
  const nameOf = useActorName();
  return (
    <Section
      title={texts.timeline}
      aside={
        <SegmentedControl
          className="screen-only"
          size="xs"
          aria-label={t.historyKinds}
          data={kinds.map((value) => ({ value, label: t.historyKind[value] }))}
          value={kind}
          onChange={setKind}
        />
      }
    >
      <Loaded query={events}>
        {({ items }) => (
          <Stack>
            <Timeline events={kind === 'all' ? items : items.filter(isAct)} nameOf={nameOf}>
              {(event) => (
                <>
                  <EventDetails event={event} />
                  <NoticesOf code={code} notices={(notices.data?.items ?? []).filter(({ seq }) => seq === event.seq)} />
                </>
              )}
            </Timeline>
            {kind === 'acts' && items.every(isAct) && (
              <Text size="sm" c="dimmed">
                {t.onlyActs}
              </Text>
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

/** Names the person who acted with their unit, and for whom they stood in. */
function useActorName(): (event: CaseEvent) => string | undefined {
  const t = useTexts(officerTexts);
  const nameOf = useEntryName();
  const personName = usePersonName();
  return ({ by, agencies }) => {
    const name = by.id === undefined ? undefined : personName(by.id);
    if (name === undefined) return undefined;
    const agency = by.agency == null ? undefined : agencies[by.agency];
    const unit = agency && nameOf(agency);
    const absent = by.standsInFor === undefined ? undefined : (personName(by.standsInFor) ?? t.formerColleague);
    return [name, absent && t.insteadOf(absent), unit].filter((part) => part !== undefined).join(', ');
  };
}
