import { List, Text } from '@mantine/core';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { useHolderName } from '../holders';
import { officerTexts } from '../messages';
import { usePersonName } from '../people';

type Notice = Schemas['Notice'];

/** Who was told of an event, and whether it reached them. */
export function NoticesOf({ notices }: { readonly notices: readonly Notice[] }) {
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
            {nameOf(notice)}: {t.noticeStatuses[notice.status]}
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
          </List.Item>
        ))}
      </List>
    </div>
  );
}
