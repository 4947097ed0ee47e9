import { Stack, Text } from '@mantine/core';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Section } from '../../shared/Section';
import { useAdministratorName } from '../parts/people';
import { templatesTexts } from './messages';
import type { Template } from './types';

/** What administrators made of a text, the latest first. */
export function TemplateVersions({ loaded: { versions, language } }: { readonly loaded: Template }) {
  const t = useTexts(templatesTexts);
  const format = useFormats();
  const nameOf = useAdministratorName();
  return (
    <Section title={t.versions}>
      {versions.length === 0 && <Text c="dimmed">{t.noVersions}</Text>}
      <Stack gap="sm">
        {versions.map(({ createdAt, createdBy, texts }) => (
          <details key={createdAt}>
            <summary>
              {format.moment(createdAt)} · {nameOf(createdBy)}
              {texts === null && ` · ${t.wasResetMark}`}
            </summary>
            {texts !== null && (
              <Stack gap={4} mt="xs">
                <Text fw={600} lang={language}>
                  {texts.subject}
                </Text>
                <Text className="prose" lang={language} size="sm">
                  {texts.body}
                </Text>
                <Text size="sm" lang={language}>
                  {texts.short}
                </Text>
              </Stack>
            )}
          </details>
        ))}
      </Stack>
    </Section>
  );
}
