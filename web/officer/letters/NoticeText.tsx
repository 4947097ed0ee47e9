import { Button, CopyButton, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { $api } from '../../shared/api/client';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { Loaded } from '../../shared/states/Loaded';
import { officerTexts } from '../messages';

interface NoticeTextProps {
  readonly code: string;
  readonly notice: Pick<Schemas['Notice'], 'seq' | 'ordinal'>;
  /** It went by SMS too, which said it in short. */
  readonly bySms?: boolean;
}

/** What a notice says, to be read and copied. */
export function NoticeText({ code, notice: { seq, ordinal }, bySms = false }: NoticeTextProps) {
  const t = useTexts(officerTexts);
  const query = $api.useQuery('get', '/v1/cases/{code}/notices/{seq}/{ordinal}/text', {
    params: { path: { code, seq: String(seq), ordinal: String(ordinal) } },
  });
  return (
    <Loaded query={query}>
      {({ language, subject, body, sms, wording }) => (
        <Stack gap="xs" align="flex-start">
          <div lang={language}>
            <Text size="sm" fw={600}>
              {subject}
            </Text>
            <Text size="sm" className="prose">
              {body.trimEnd()}
            </Text>
          </div>
          {bySms && (
            <Text size="sm">
              {t.inShort} <span lang={language}>{sms}</span>
            </Text>
          )}
          {wording === 'today' && (
            <Text size="xs" c="dimmed">
              {t.wordingOfToday}
            </Text>
          )}
          <CopyButton value={body}>
            {({ copied, copy }) => (
              <Button
                className="screen-only"
                size="compact-sm"
                variant="default"
                onClick={copy}
                leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              >
                {copied ? t.textCopied : t.copyText}
              </Button>
            )}
          </CopyButton>
        </Stack>
      )}
    </Loaded>
  );
}
