import { Group, Stack, Title } from '@mantine/core';
import { $api } from '../../shared/api/client';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { Page } from '../../shared/Page';
import { Loaded } from '../../shared/states/Loaded';
import { TextLink } from '../../shared/TextLink';
import { DataTable } from '../../shared/DataTable';
import { templatesTexts } from './messages';
import { type Audience, type Message, messagesOf } from './types';

/** The texts of all messages, by whom they are for. */
export function TemplatesPage() {
  const t = useTexts(templatesTexts);
  const query = $api.useQuery('get', '/v1/message-templates', {});
  return (
    <Page title={t.title} lead={t.lead} size="xl">
      <Loaded query={query}>
        {({ items }) => {
          const messages = messagesOf(items);
          return (
            <Stack gap="xl">
              {(Object.keys(t.audiences) as Audience[]).map((audience) => (
                <section key={audience}>
                  <Title order={2} fz="lg" mb="md">
                    {t.audiences[audience]}
                  </Title>
                  <MessageTable
                    caption={t.audiences[audience]}
                    messages={messages.filter((message) => message.audience === audience)}
                  />
                </section>
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
}

function MessageTable({ caption, messages }: { readonly caption: string; readonly messages: readonly Message[] }) {
  const t = useTexts(templatesTexts);
  return (
    <DataTable
      caption={caption}
      rows={messages}
      keyOf={({ template }) => template}
      head={{ label: t.message, cell: ({ template }) => t.templates[template] ?? template }}
      columns={[
        {
          label: t.edit,
          cell: ({ versions }) => (
            <Stack gap={4}>
              {versions.map(({ audience, template, language, changed }) => (
                <Group key={language} gap="xs">
                  <TextLink
                    to="/admin/templates/$audience/$template/$language"
                    params={{ audience, template, language }}
                    aria-label={t.editOf(t.templates[template] ?? template, t.languages[language])}
                  >
                    {t.languages[language]}
                  </TextLink>
                  {changed && <Tag tone="info">{t.changed}</Tag>}
                </Group>
              ))}
            </Stack>
          ),
        },
        { label: t.subject, cell: ({ versions }) => versions[0]?.texts.subject },
      ]}
    />
  );
}
