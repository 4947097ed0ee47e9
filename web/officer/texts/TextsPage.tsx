import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useAgencyName } from '../../shared/case/agencies';
import { Tag } from '../../shared/case/Tag';
import { Dialog } from '../../shared/Dialog';
import { focusPage } from '../../shared/focus';
import { formTexts } from '../../shared/forms/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Page } from '../../shared/Page';
import { Empty } from '../../shared/states/Empty';
import { Loaded } from '../../shared/states/Loaded';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { officerTexts } from '../messages';
import { TextForm } from './TextForm';

type TextTemplate = Schemas['TextTemplate'];

const query = () => $api.queryOptions('get', '/v1/text-templates');

/** The texts that a unit uses again, those of the Office beside them. */
export function TextsPage() {
  const t = useTexts(officerTexts);
  const [edited, edit] = useState<TextTemplate | 'new'>();
  const texts = $api.useQuery('get', '/v1/text-templates');
  const close = () => {
    edit(undefined);
  };
  return (
    <Page
      title={t.textsTitle}
      lead={t.textsLead}
      aside={
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            edit('new');
          }}
        >
          {t.addText}
        </Button>
      }
    >
      <Loaded query={texts}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t.noTexts} text={t.noTextsHint} />
          ) : (
            <Stack>
              {items.map((text) => (
                <TextCard key={text.id} text={text} onEdit={edit} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Dialog opened={edited !== undefined} onClose={close} title={edited === 'new' ? t.addText : t.changeText}>
        {edited !== undefined && (
          <TextForm text={edited === 'new' ? undefined : edited} onDone={close} onCancel={close} />
        )}
      </Dialog>
    </Page>
  );
}

function TextCard({ text, onEdit }: { readonly text: TextTemplate; readonly onEdit: (text: TextTemplate) => void }) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const format = useFormats();
  const agencyName = useAgencyName();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => dataOf(api.DELETE('/v1/text-templates/{template}', { params: { path: { template: text.id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries(query());
      // The text goes, and its button with it.
      focusPage();
    },
  });
  const { action, agency, name, createdAt, mayChange } = text;
  return (
    <Paper component="article">
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <Title order={2} fz="lg">
            {name}
          </Title>
          <Group gap="xs" mt={4}>
            <Tag tone="quiet">{action === null || action === 'submit' ? t.anyAct : forms.actions[action]}</Tag>
            <Text size="sm" c="dimmed">
              {agencyName(agency)} · {format.dayOf(createdAt)}
            </Text>
          </Group>
        </div>
        {mayChange && (
          <Group gap="xs">
            <Button
              size="compact-md"
              variant="default"
              aria-label={t.changeTextOf(name)}
              onClick={() => {
                onEdit(text);
              }}
            >
              {t.change}
            </Button>
            <Button
              size="compact-md"
              variant="subtle"
              aria-label={t.endTextOf(name)}
              loading={end.isPending}
              onClick={() => {
                end.mutate();
              }}
            >
              {t.endText}
            </Button>
          </Group>
        )}
      </Group>
      <ProblemAlert error={end.error} />
      <Text mt="sm" className="prose">
        {text.text}
      </Text>
    </Paper>
  );
}
