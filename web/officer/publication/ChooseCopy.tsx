import { Button, Checkbox, Group } from '@mantine/core';
import { IconColumns2 } from '@tabler/icons-react';
import type { Schemas } from '../../shared/api/types';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';

interface ChooseCopyProps {
  /** The file of which it is a copy. */
  readonly name: string;
  readonly copy: Pick<Schemas['RedactedAttachment'], 'found'> & { readonly outdated?: boolean };
  readonly chosen: boolean;
  readonly onChoose: (published: boolean) => void;
  readonly onCompare: () => void;
}

/** Whether a copy is published, or why it may not be, and the way to see it beside its original. */
export function ChooseCopy({ name, copy, chosen, onChoose, onCompare }: ChooseCopyProps) {
  const t = useTexts(officerTexts);
  const fault = faultOf();
  return (
    <Group justify="space-between" gap="xs">
      {fault !== null && <Tag tone="late">{fault}</Tag>}
      {(fault === null || chosen) && (
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

  function faultOf(): string | null {
    if (copy.outdated === true) return t.copyOutdated;
    return copy.found.length === 0 ? null : t.copyTells(copy.found.map((kind) => t.findingKinds[kind]).join(', '));
  }
}
