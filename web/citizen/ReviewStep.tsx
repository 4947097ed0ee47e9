import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCategoryName } from '../shared/case/agencies';
import { Facts } from '../shared/case/Facts';
import { useTexts } from '../shared/i18n/catalogue';
import { citizenTexts } from './messages';
import type { FieldName, Step, Typed } from './submission';

interface ReviewStepProps {
  readonly typed: Typed;
  readonly labels: Readonly<Record<FieldName, string>>;
  readonly onEdit: (step: Step) => void;
}

/** Everything once more before it is sent. */
export function ReviewStep({ typed, labels, onEdit }: ReviewStepProps) {
  const t = useTexts(citizenTexts);
  const categoryName = useCategoryName();
  return (
    <>
      <Part
        title={t.stepContent}
        onEdit={() => {
          onEdit('content');
        }}
      >
        <Facts
          facts={[
            [labels.category, typed.category === null ? t.notGiven : categoryName(typed.category)],
            [labels.title, typed.title],
            [
              labels.content,
              <span key="content" className="prose">
                {typed.content}
              </span>,
            ],
            ...(typed.dossierNumber === '' ? [] : [[labels.dossierNumber, typed.dossierNumber] as const]),
            [labels.attachments, typed.attachments.map(({ name }) => name).join(', ') || t.noFiles],
          ]}
        />
      </Part>
      <Part
        title={t.stepPerson}
        onEdit={() => {
          onEdit('person');
        }}
      >
        <Facts
          facts={(['submitter.name', 'submitter.address', 'submitter.phone', 'submitter.email'] as const).map(
            (name) => [labels[name], typed[name]]
          )}
        />
        <Text c="dimmed" size="sm" mt="xs">
          {t.privacy}
        </Text>
      </Part>
    </>
  );
}

function Part({ title, onEdit, children }: { title: string; onEdit: () => void; children: ReactNode }) {
  const t = useTexts(citizenTexts);
  return (
    <Stack gap="xs" component="section">
      <Group justify="space-between">
        <Title order={3} fz="lg">
          {title}
        </Title>
        <Button variant="subtle" size="sm" onClick={onEdit} aria-label={t.editPart(title)}>
          {t.edit}
        </Button>
      </Group>
      {children}
    </Stack>
  );
}
