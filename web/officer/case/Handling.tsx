import { Group, Stack, Text } from '@mantine/core';
import type { Case } from '../../shared/api/types';
import { useAgencyName } from '../../shared/case/agencies';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { useHolderName } from '../holders';
import { officerTexts } from '../messages';
import { usePersonName } from '../../shared/case/people';
import { Facts } from '../../shared/case/Facts';
import { Section } from '../../shared/Section';

/** Who handles it, who gives an opinion, and for whom it waits. */
export function Handling({ ofCase }: { readonly ofCase: Case }) {
  const t = useTexts(officerTexts);
  const format = useFormats();
  const agencyName = useAgencyName();
  const holderName = useHolderName();
  const personName = usePersonName();
  const { leadAgency, officer, waitsFor, coordinating = [], resultOn } = ofCase;
  // A case that ended before anybody handled it has nothing to tell here.
  if (coordinating.length === 0 && [leadAgency, officer, waitsFor, resultOn].every((fact) => !fact)) return null;
  return (
    <Section title={t.handling}>
      <Stack gap="sm">
        <Facts
          facts={[
            [t.columns.agency, leadAgency && agencyName(leadAgency)],
            [t.columns.officer, officer && (personName(officer) ?? t.formerColleague)],
            [t.columns.waitsFor, waitsFor && holderName(waitsFor)],
            [t.resultOn, resultOn && format.longDay(resultOn)],
          ]}
        />
        {coordinating.length > 0 && (
          <div>
            <Text size="sm" c="dimmed">
              {t.coordinating}
            </Text>
            {coordinating.map(({ agency, agrees }) => (
              <Group key={agency} justify="space-between" gap="xs">
                <Text>{agencyName(agency)}</Text>
                <Tag tone={agrees === null ? 'quiet' : agrees ? 'calm' : 'late'}>
                  {agrees === null ? t.silent : agrees ? t.agrees : t.disagrees}
                </Tag>
              </Group>
            ))}
          </div>
        )}
      </Stack>
    </Section>
  );
}
