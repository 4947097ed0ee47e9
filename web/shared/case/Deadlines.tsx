import { Group, Stack, Text } from '@mantine/core';
import type { CaseTerm } from '../api/types';
import { useTexts } from '../i18n/catalogue';
import { useFormats } from '../i18n/format';
import { useAgencyName } from './agencies';
import { agencyOfTerm, inOrder, termNameOf } from './deadline';
import { DeadlineBadge } from './DeadlineBadge';
import { DeadlineExplanation } from './DeadlineExplanation';
import { caseTexts } from './messages';

/** The deadlines of a case: what is owed until when, how it stands, and how it is counted. */
export function Deadlines({ deadlines }: { deadlines: Readonly<Record<string, CaseTerm>> }) {
  const t = useTexts(caseTexts);
  const format = useFormats();
  const agencyName = useAgencyName();
  return (
    <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {inOrder(deadlines).map(([name, term]) => {
        const agency = agencyOfTerm(name);
        return (
          <Stack key={name} component="li" gap={4}>
            <div>
              <Text fw={600}>
                {t.terms[termNameOf(name)]}
                {agency !== undefined && ` (${agencyName(agency)})`}
              </Text>
              {term.lastDay !== null && (
                <Text size="sm" c="dimmed">
                  {t.until(format.longDay(term.lastDay))}
                  {term.provisional && t.provisionalMark}
                </Text>
              )}
            </div>
            <Group gap={4} wrap="nowrap">
              <DeadlineBadge term={term} />
              <DeadlineExplanation name={name} term={term} />
            </Group>
          </Stack>
        );
      })}
    </Stack>
  );
}
