import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconEyeOff } from '@tabler/icons-react';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import styles from './FindingList.module.css';
import type { Mark } from './MarkedText';
import type { Place } from './places';
import type { Finding } from './publishedTexts';

interface FindingListProps {
  readonly text: string;
  readonly findings: readonly (Finding & Mark)[];
  readonly onShow: (place: Place) => void;
  readonly onRedact: (place: Place) => void;
  readonly onConfirm: (place: Place) => void;
  readonly onReconsider: (place: Place) => void;
}

const AROUND = 28;

/** What was found in a text, each with its kind and the words around it, to be redacted or confirmed. */
export function FindingList({ text, findings, onShow, onRedact, onConfirm, onReconsider }: FindingListProps) {
  const t = useTexts(officerTexts);
  if (findings.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t.found(findings.length)}>
      {findings.map((finding) => {
        const { offset, length, kind, whose, settled } = finding;
        const words = text.slice(offset, offset + length);
        return (
          <li key={offset} className={styles.finding}>
            <div>
              <Group gap="xs" mb={2}>
                <Tag tone={settled ? 'calm' : 'soon'}>{t.findingKinds[kind]}</Tag>
                <Text size="sm" c="dimmed">
                  {settled ? t.confirmed : t.whose[whose]}
                </Text>
              </Group>
              <UnstyledButton
                className={styles.words}
                title={t.showInText}
                onClick={() => {
                  onShow(finding);
                }}
              >
                …{text.slice(Math.max(0, offset - AROUND), offset)}
                <strong>{words}</strong>
                {text.slice(offset + length, offset + length + AROUND)}…
              </UnstyledButton>
            </div>
            <Group gap="xs" wrap="nowrap">
              {settled ? (
                <Button
                  size="compact-md"
                  variant="subtle"
                  aria-label={t.reconsiderWords(words)}
                  onClick={() => {
                    onReconsider(finding);
                  }}
                >
                  {t.reconsider}
                </Button>
              ) : (
                <>
                  <Button
                    size="compact-md"
                    leftSection={<IconEyeOff size={16} aria-hidden />}
                    aria-label={t.redactWords(words)}
                    onClick={() => {
                      onRedact(finding);
                    }}
                  >
                    {t.redact}
                  </Button>
                  <Button
                    size="compact-md"
                    variant="default"
                    leftSection={<IconCheck size={16} aria-hidden />}
                    aria-label={t.confirmWords(words)}
                    onClick={() => {
                      onConfirm(finding);
                    }}
                  >
                    {t.confirm}
                  </Button>
                </>
              )}
            </Group>
          </li>
        );
      })}
    </ul>
  );
}
