import { Stack } from '@mantine/core';
import { useTexts } from '../shared/i18n/catalogue';
import { Page } from '../shared/Page';
import { partnerTexts } from '../shared/partners/messages';
import { partners } from '../generated/rules';
import { Reconciliations } from '../shared/partners/Reconciliations';
import { Section } from '../shared/Section';
import { CaseLink } from './CaseLink';

/** Whether the systems beside this one hold what they were told, for those who oversee the handling (R1.6). */
export function PartnersPage() {
  const t = useTexts(partnerTexts);
  return (
    <Page title={t.title} lead={t.lead} size="xl">
      <Stack>
        {partners.map((partner) => (
          <Section key={partner} title={t.names[partner]}>
            <Reconciliations partner={partner} linkTo={(code) => <CaseLink code={code}>{code}</CaseLink>} />
          </Section>
        ))}
      </Stack>
    </Page>
  );
}
