import { Stack, Text } from '@mantine/core';
import { $api } from '../../shared/api/client';
import type { Case } from '../../shared/api/types';
import { CaseCode } from '../../shared/case/CaseCode';
import { StatusBadge } from '../../shared/case/StatusBadge';
import { useTexts } from '../../shared/i18n/catalogue';
import { TextLink } from '../../shared/TextLink';
import { officerTexts } from '../messages';
import { Section } from '../../shared/Section';

const SHOWN = 50;

/** The earlier case that this one repeats or goes on from, and the later ones that do so to this one. */
export function LinkedCases({ ofCase: { code, link } }: { readonly ofCase: Case }) {
  const t = useTexts(officerTexts);
  const earlier = $api.useQuery(
    'get',
    '/v1/cases/{code}',
    { params: { path: { code: link?.to ?? '' } } },
    { enabled: link !== null }
  );
  const later = $api.useQuery('get', '/v1/cases', { params: { query: { linkedTo: code, limit: SHOWN } } });
  const items = later.data?.items ?? [];
  if (link === null && items.length === 0) return null;
  return (
    <Section title={t.linked}>
      <Stack gap="md" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {link !== null && (
          <li>
            <Text size="sm" c="dimmed">
              {t.linkedTo[link.kind]}
            </Text>
            <Line code={link.to} of={earlier.data} />
          </li>
        )}
        {items.map((item) => (
          <li key={item.code}>
            <Text size="sm" c="dimmed">
              {t.linkedFrom[item.link?.kind ?? 'follow_up']}
            </Text>
            <Line code={item.code} of={item} />
          </li>
        ))}
      </Stack>
    </Section>
  );
}

interface LineProps {
  readonly code: string;
  /** undefined where one may not see it. */
  readonly of: Pick<Case, 'title' | 'status'> | undefined;
}

function Line({ code, of }: LineProps) {
  if (of === undefined) return <CaseCode code={code} />;
  return (
    <>
      <TextLink to="/inbox/$code" params={{ code }} fw={600}>
        {of.title}
      </TextLink>
      <div>
        <StatusBadge status={of.status} />
      </div>
    </>
  );
}
