import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { dataOf, problemOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { caseTexts } from '../../shared/case/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { Section } from '../../shared/Section';
import { partTexts } from '../parts/messages';
import { templatesTexts } from './messages';
import type { Template, Texts } from './types';

interface TemplatePreviewProps {
  readonly loaded: Template;
  /** As they stand in the form. */
  readonly texts: Texts;
  /** Told why the texts cannot be read. */
  readonly tell: (error: unknown) => void;
}

/** How the text as it stands in the form reads for a real case; nothing is sent. */
export function TemplatePreview({ loaded: { audience, template, language }, texts, tell }: TemplatePreviewProps) {
  const t = useTexts(templatesTexts);
  const parts = useTexts(partTexts);
  const cases = useTexts(caseTexts);
  const [code, setCode] = useState('');
  const preview = useMutation({
    mutationFn: (): Promise<Schemas['MessagePreview']> =>
      dataOf(
        api.POST('/v1/message-templates/{audience}/{template}/{language}/preview', {
          params: { path: { audience, template, language } },
          body: { case: code.trim(), texts },
        })
      ),
    onError: tell,
  });
  const badCode = problemOf(preview.error)?.errors?.some(({ path }) => path === '/case') === true;
  return (
    <Section title={parts.preview}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          tell(null);
          preview.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={cases.code}
            description={t.caseHint}
            value={code}
            error={badCode ? t.badCode : undefined}
            onChange={(event) => {
              setCode(event.currentTarget.value);
            }}
          />
          <div>
            <Button type="submit" variant="default" loading={preview.isPending}>
              {parts.preview}
            </Button>
          </div>
        </Stack>
      </form>
      <div role="status">
        {problemOf(preview.error)?.type !== 'invalid-input' && <ProblemAlert error={preview.error} />}
        {preview.data && (
          <Stack gap="sm" mt="md">
            <Text fw={600} lang={language}>
              {preview.data.subject}
            </Text>
            <Text className="prose" lang={language}>
              {preview.data.body}
            </Text>
            {preview.data.sms !== '' && (
              <>
                <Text size="sm" c="dimmed">
                  {t.sms(preview.data.segments, preview.data.encoding)}
                </Text>
                <Text lang={language}>{preview.data.sms}</Text>
              </>
            )}
          </Stack>
        )}
      </div>
    </Section>
  );
}
