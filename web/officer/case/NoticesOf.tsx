import { List, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { NoticeText } from '../letters/NoticeText';
import { useHolderName } from '../holders';
import { officerTexts } from '../messages';
import { usePersonName } from '../../shared/case/people';

type Notice = Schemas['Notice'];

interface NoticesOfProps {
  readonly code: string;
  readonly notices: readonly Notice[];
}

/** What was told of an event to whom, whether it reached them, and what it said. */
export function NoticesOf({ code, notices }: NoticesOfProps) {
  const t = useTexts(officerTexts);
  const format = useFormats();
  const holderName = useHolderName();
  const personName = usePersonName();
  if (notices.length === 0) return null;
  const nameOf = ({ recipientKind, recipient }: Notice) => {
    if (recipientKind === 'submitter' || recipientKind === 'leadership') return holderName(recipientKind);
    if (recipient === null) return t.recipients[recipientKind];
    return recipientKind === 'unit' ? holderName(recipient) : (personName(recipient) ?? t.formerColleague);
  };
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t.told}
      </Text>
      <List size="sm">
        {notices.map((notice) => (
          <List.Item key={notice.ordinal}>
            {nameOf(notice)}: {t.noticeTemplates[notice.template]}, {t.noticeStatuses[notice.status]}
            {notice.letter !== null && `; ${t.byLetter(notice.letter.number, format.day(notice.letter.sentOn))}`}
            {notice.attempts.length > 0 && (
              <details>
                <summary>{t.attempts(notice.attempts.length)}</summary>
                <ul>
                  {notice.attempts.map(({ person, channel, attempt, at, result, detail }) => (
                    <li key={`${person}.${channel}.${String(attempt)}`}>
                      {format.moment(at)}, {t.messageChannels[channel]}: {t.attemptResults[result]}
                      {detail != null && ` (${detail})`}
                    </li>
                  ))}
                </ul>
              </details>
            )}
            <ToRead code={code} notice={notice} />
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** What a notice says; asked for once somebody opens it. */
function ToRead({ code, notice }: { readonly code: string; readonly notice: Notice }) {
  const t = useTexts(officerTexts);
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="screen-only"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setOpened(true);
      }}
    >
      <summary>{t.whatItSays}</summary>
      {opened && (
        <NoticeText code={code} notice={notice} bySms={notice.attempts.some(({ channel }) => channel === 'sms')} />
      )}
    </details>
  );
}
