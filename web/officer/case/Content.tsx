import { Stack, Text } from '@mantine/core';
import type { Case } from '../../shared/api/types';
import { useCategoryName } from '../../shared/case/agencies';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { TextLink } from '../../shared/TextLink';
import { officerTexts } from '../messages';
import { Facts } from '../../shared/case/Facts';
import { Section } from '../../shared/Section';

/** What was sent, and what was answered and published. */
export function Content({ ofCase }: { readonly ofCase: Case }) {
  const t = useTexts(officerTexts);
  const format = useFormats();
  const categoryName = useCategoryName();
  const { category, dossierNumber, follows, answer, published } = ofCase;
  return (
    <>
      <Section title={t.content}>
        <Stack gap="sm">
          <Text className="prose">{ofCase.content}</Text>
          <Facts
            facts={[
              [t.columns.category, category && categoryName(category)],
              [t.dossier, dossierNumber],
              [
                t.follows,
                follows && (
                  <TextLink to="/inbox/$code" params={{ code: follows }}>
                    {follows}
                  </TextLink>
                ),
              ],
            ]}
          />
        </Stack>
      </Section>
      {answer !== null && (
        <Section title={t.answer}>
          <Text className="prose">{answer}</Text>
        </Section>
      )}
      {published !== null && (
        <Section title={t.published(format.moment(published.at))}>
          <Stack gap="xs">
            {published.title !== null && <Text fw={600}>{published.title}</Text>}
            {published.content !== null && <Text className="prose">{published.content}</Text>}
            {published.answer !== null && published.answer !== answer && (
              <Text className="prose">{published.answer}</Text>
            )}
          </Stack>
        </Section>
      )}
    </>
  );
}
