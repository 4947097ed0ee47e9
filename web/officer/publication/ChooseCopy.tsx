import { Button, Checkbox, Group } from '@mantine/core';
import { IconColumns2 } from '@tabler/icons-react';
import type { Schemas } from '../../shared/api/types';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';

interface ChooseCopyProps {
  /** The file of which it is a copy. */
  readonly name: string;
  readonly copy: Pick<Schemas['RedactedAttachment'], 'found'>;
  readonly chosen: boolean;
  readonly onChoose: (published: boolean) => void;
  readonly onCompare: () => void;
}

/** Whether a copy is published, or why it is not, and the way to see it beside its original. */
export function ChooseCopy({ name, copy, chosen, onChoose, onCompare }: ChooseCopyProps) {
  const t = useTexts(officerTexts);
  return (
    <Group justify="space-between" gap="xs">
      {copy.found.length > 0 ? (
        <Tag tone="late">{t.copyTells(copy.found.map((kind) => t.findingKinds[kind]).join(', '))}</Tag>
      ) : (
        <Checkbox
          label={t.publishCopy}
          aria-label={t.publishCopyOf(name)}
          checked={chosen}
          onChange={(event) => {
            onChoose(event.currentTarget.checked);
          }}
        />
      )}
      <Button
        size="compact-md"
        variant="subtle"
        leftSection={<IconColumns2 size={16} aria-hidden />}
        aria-label={t.compareFile(name)}
        onClick={onCompare}
      >
        {t.compare}
      </Button>
    </Group>
  );
}
