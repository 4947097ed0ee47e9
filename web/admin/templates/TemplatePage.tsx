import { Group, SimpleGrid, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { $api } from '../../shared/api/client';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { languages } from '../../shared/i18n/language';
import { Page } from '../../shared/Page';
import { BlockSkeleton } from '../../shared/states/BlockSkeleton';
import { Loaded } from '../../shared/states/Loaded';
import { NoSuchPage } from '../../shared/states/NoSuchPage';
import { ButtonLink } from '../../shared/ButtonLink';
import { TextLink } from '../../shared/TextLink';
import { Section } from '../../shared/Section';
import { templatesTexts } from './messages';
import { TemplateEditing } from './TemplateEditing';
import { TemplateVersions } from './TemplateVersions';
import type { Audience } from './types';

const route = getRouteApi('/admin/templates/$audience/$template/$language');

/** The text of one message in one language. */
export function TemplatePage() {
  const t = useTexts(templatesTexts);
  const params = route.useParams();
  const language = languages.find((known) => known === params.language);
  const audience = (Object.keys(t.audiences) as Audience[]).find((known) => known === params.audience);
  if (language === undefined || audience === undefined) return <NoSuchPage />;
  return <Loading template={params.template} language={language} audience={audience} />;
}

interface Named {
  readonly audience: Audience;
  readonly template: string;
  readonly language: (typeof languages)[number];
}

function Loading({ audience, template, language }: Named) {
  const t = useTexts(templatesTexts);
  const query = $api.useQuery('get', '/v1/message-templates/{audience}/{template}/{language}', {
    params: { path: { audience, template, language } },
  });
  return (
    <Page
      title={t.templates[template] ?? template}
      lead={<TextLink to="/admin/templates">{t.toList}</TextLink>}
      size="xl"
      aside={
        <Group component="nav" aria-label={t.language} gap="xs">
          {languages.map((other) => (
            <ButtonLink
              key={other}
              to="/admin/templates/$audience/$template/$language"
              params={{ audience, template, language: other }}
              variant={other === language ? 'filled' : 'default'}
              aria-current={other === language ? 'page' : undefined}
              size="sm"
            >
              {t.languages[other]}
            </ButtonLink>
          ))}
        </Group>
      }
    >
      <Loaded query={query} skeleton={<BlockSkeleton lines={12} />}>
        {(loaded) => (
          <Stack gap="lg">
            <Group>
              <Tag tone="quiet">{t.audiences[audience]}</Tag>
              {loaded.changed && <Tag tone="info">{t.changed}</Tag>}
            </Group>
            <TemplateEditing key={`${template} ${language}`} loaded={loaded} />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <Section title={t.facts}>
                <ul style={{ columns: '15rem 2', paddingInlineStart: '1.25rem', margin: 0 }}>
                  {loaded.facts.map((fact) => (
                    <li key={fact}>
                      <code>{`{{${fact}}}`}</code> {t.factNames[fact]}
                    </li>
                  ))}
                </ul>
              </Section>
              <TemplateVersions loaded={loaded} />
            </SimpleGrid>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
