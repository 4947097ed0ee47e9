import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useTexts } from '../../shared/i18n/catalogue';
import { ConfirmButton } from '../../shared/forms/ConfirmButton';
import { partTexts } from '../parts/messages';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { Section } from '../../shared/Section';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { templatesTexts } from './messages';
import { TemplatePreview } from './TemplatePreview';
import type { Template, Texts } from './types';

interface TemplateEditorProps {
  /** The text with which writing began. */
  readonly base: Template;
  /** The version whose place it takes. */
  readonly follows: number;
  /** As it stands. */
  readonly loaded: Template;
  /** Says that somebody else has saved another text meanwhile. */
  readonly newer: ReactNode;
  readonly onSaved: (after: Template) => void;
}

/** The text of a message to write anew, beside how it reads for a case. */
export function TemplateEditor({ base, follows, loaded, newer, onSaved }: TemplateEditorProps) {
  const t = useTexts(templatesTexts);
  const parts = useTexts(partTexts);
  const { audience, template, language } = loaded;
  const params = { path: { audience, template, language } };
  const touches = ['/v1/message-templates', '/v1/admin'];
  const form = useRequestForm<Texts & { readonly document: string }, Template>({
    initial: { ...base.texts, document: '' },
    labels: { ...t.labels, document: parts.document },
    send: ({ document, ...texts }) =>
      dataOf(
        api.PUT('/v1/message-templates/{audience}/{template}/{language}', {
          params,
          body: { ...texts, follows, ...(document === '' ? {} : { document }) },
        })
      ),
    touches,
    told: t.saved,
    onDone: onSaved,
  });
  const { document: _, ...texts } = form.values;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Section title={t.text}>
        <RequestFormFrame
          form={form}
          submit={parts.save}
          aside={
            <Button
              variant="default"
              onClick={() => {
                form.change(loaded.delivered);
              }}
            >
              {t.showDelivered}
            </Button>
          }
        >
          {/* What is being saved is no news. */}
          {!form.sending && newer}
          <TextInput {...form.line('subject')} lang={language} />
          <Textarea {...form.line('body')} autosize minRows={8} maxRows={24} lang={language} />
          <Textarea
            {...form.line('short')}
            description={t.shortHint}
            autosize
            minRows={2}
            maxRows={6}
            lang={language}
          />
          <TextInput {...form.line('document')} description={parts.documentHint} />
        </RequestFormFrame>
        {loaded.changed && (
          <Group mt="md">
            <ConfirmButton
              label={t.reset}
              text={t.resetText}
              touches={touches}
              told={t.wasReset}
              onDone={onSaved}
              send={() =>
                dataOf(
                  api.DELETE('/v1/message-templates/{audience}/{template}/{language}', {
                    params: { ...params, query: { follows } },
                  })
                )
              }
            />
          </Group>
        )}
      </Section>
      <Stack>
        <TemplatePreview loaded={loaded} texts={texts} tell={form.tell} />
      </Stack>
    </SimpleGrid>
  );
}
