import { Text, Timeline as MantineTimeline } from '@mantine/core';
import {
  IconAlarm,
  IconBuilding,
  IconCalendarEvent,
  IconMail,
  IconMessageQuestion,
  IconPencil,
  IconSpeakerphone,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseEvent } from '../api/types';
import { useTexts } from '../i18n/catalogue';
import { useFormats } from '../i18n/format';
import { useEntryName } from '../i18n/entryName';
import { sharedTexts } from '../messages';
import { termNameOf } from './deadline';
import { eventTitle, filesOfEvent, textsOfEvent } from './eventText';
import { caseTexts } from './messages';
import styles from './Timeline.module.css';

const icons: Partial<Record<CaseEvent['type'], typeof IconPencil>> = {
  alarm: IconAlarm,
  forward: IconBuilding,
  agencyChanged: IconBuilding,
  calendarChanged: IconCalendarEvent,
  message: IconMail,
  requestInfo: IconMessageQuestion,
  publish: IconSpeakerphone,
  jointAnswerChanged: IconSpeakerphone,
};

interface TimelineProps {
  readonly events: readonly CaseEvent[];
  /** Names who acted, where the reader may know more than the unit. */
  readonly nameOf?: (event: CaseEvent) => string | undefined;
  /** What else is shown of an event. */
  readonly children?: (event: CaseEvent) => ReactNode;
}

/** What happened in a case, the latest first. */
export function Timeline({ events, nameOf, children }: TimelineProps) {
  const t = useTexts(caseTexts);
  const format = useFormats();
  const whoActed = useActor();
  return (
    <MantineTimeline
      active={events.length}
      bulletSize={30}
      lineWidth={2}
      color="pine"
      className={styles.timeline}
      role="list"
    >
      {events.toReversed().map((event) => {
        const Icon = icons[event.type] ?? IconPencil;
        const files = filesOfEvent(event);
        const replacement = events.find(({ seq }) => seq === event.replacedBy);
        return (
          <MantineTimeline.Item
            key={event.seq}
            role="listitem"
            bullet={<Icon size={16} aria-hidden />}
            title={eventTitle(event, t)}
          >
            <Text size="sm" c="dimmed">
              <time dateTime={event.at}>{format.moment(event.at)}</time>
              {' · '}
              {nameOf?.(event) ?? whoActed(event)}
            </Text>
            {textsOfEvent(event, t).map((text) => (
              <Text key={text} mt={4} className="prose">
                {text}
              </Text>
            ))}
            {replacement && (
              <Text size="sm" c="dimmed">
                {t.replacedBy(format.moment(replacement.at))}
              </Text>
            )}
            {files > 0 && <Text size="sm">{t.files(files)}</Text>}
            {Object.entries(event.deadlines)
              .filter(([, { phase }]) => phase === 'running')
              .map(([name, { lastDay }]) => (
                <Text key={name} size="sm" c="dimmed">
                  {t.movedTo(t.terms[termNameOf(name)], format.day(lastDay))}
                </Text>
              ))}
            {children?.(event)}
          </MantineTimeline.Item>
        );
      })}
    </MantineTimeline>
  );
}

/** Names who acted: the unit as it was called then, the submitter, a role, or the service. */
function useActor(): (event: CaseEvent) => string {
  const t = useTexts(caseTexts);
  const shared = useTexts(sharedTexts);
  const nameOf = useEntryName();
  return ({ by, agencies }) => {
    if (by.role === 'service') return t.bySystem;
    if (by.role === 'submitter') return t.bySubmitter;
    const agency = by.agency == null ? undefined : agencies[by.agency];
    return agency === undefined ? shared.roles[by.role] : nameOf(agency);
  };
}
