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

/** A case to fill the texts from. */
interface Asked {
  readonly case: string;
  readonly texts: Texts;
}

/** How the text as it stands in the form reads for a real case; nothing is sent. */
export function TemplatePreview({ loaded: { audience, template, language }, texts, tell }: TemplatePreviewProps) {
  const t = useTexts(templatesTexts);
  const parts = useTexts(partTexts);
  const cases = useTexts(caseTexts);
  const [code, setCode] = useState('');
  const preview = useMutation({
    mutationFn: (body: Asked): Promise<Schemas['MessagePreview']> =>
      dataOf(
        api.POST('/v1/message-templates/{audience}/{template}/{language}/preview', {
          params: { path: { audience, template, language } },
          body,
        })
      ),
    onError: tell,
  });
  const asked: Asked = { case: code.trim(), texts };
  // What was changed since does not read like this any more.
  const shown = JSON.stringify(preview.variables) === JSON.stringify(asked) ? preview.data : undefined;
  const badCode = problemOf(preview.error)?.errors?.some(({ path }) => path === '/case') === true;
  return (
    <Section title={parts.preview}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          tell(null);
          preview.mutate(asked);
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
        {shown !== undefined && (
          <Stack gap="sm" mt="md">
            <Text fw={600} lang={language}>
              {shown.subject}
            </Text>
            <Text className="prose" lang={language}>
              {shown.body}
            </Text>
            {shown.sms !== '' && (
              <>
                <Text size="sm" c="dimmed">
                  {t.sms(shown.segments, shown.encoding)}
                </Text>
                <Text lang={language}>{shown.sms}</Text>
              </>
            )}
          </Stack>
        )}
      </div>
    </Section>
  );
}
