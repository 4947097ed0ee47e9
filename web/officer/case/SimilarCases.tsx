import { Button, Group, Stack, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { $api } from '../../shared/api/client';
import type { Case } from '../../shared/api/types';
import { StatusBadge } from '../../shared/case/StatusBadge';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { TextLink } from '../../shared/TextLink';
import type { ListSearch } from '../inbox/listSearch';
import { officerTexts } from '../messages';
import { Section } from '../../shared/Section';

interface SimilarCasesProps {
  readonly ofCase: Case;
  readonly list: ListSearch;
  readonly onLink: (code: string) => void;
}

const SHOWN = 5;

/** Cases of the same submitter, dossier or text, each with why it is shown, to be linked where they belong together. */
export function SimilarCases({ ofCase, list, onLink }: SimilarCasesProps) {
  const t = useTexts(officerTexts);
  const format = useFormats();
  const { code, allowedActions } = ofCase;
  const query = $api.useQuery('get', '/v1/cases/{code}/similar', { params: { path: { code } } });
  const items = query.data?.items.slice(0, SHOWN) ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t.similar}>
      <Stack gap="md" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {items.map((item) => (
          <li key={item.code}>
            <TextLink to="/inbox/$code" params={{ code: item.code }} search={list} fw={600}>
              {item.title}
            </TextLink>
            <Text size="sm" c="dimmed">
              {format.dayOf(item.receivedAt)} · {item.reasons.map(({ reason }) => t.similarity[reason]).join(', ')}
            </Text>
            <Group gap="xs" mt={4}>
              <StatusBadge status={item.status} />
              {allowedActions.includes('link') && (
                <Button
                  className="screen-only"
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconLink size={14} aria-hidden />}
                  aria-label={t.linkTo(item.title)}
                  onClick={() => {
                    onLink(item.code);
                  }}
                >
                  {t.link}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </Stack>
    </Section>
  );
}
