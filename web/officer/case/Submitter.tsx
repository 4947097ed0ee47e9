import { Anchor } from '@mantine/core';
import type { Case } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import { Facts } from '../../shared/case/Facts';
import { Section } from '../../shared/Section';

/** Who sent it and how they can be reached. */
export function Submitter({ ofCase: { submitter } }: { readonly ofCase: Case }) {
  const t = useTexts(officerTexts);
  const { name, address, phone, email } = submitter;
  return (
    <Section title={t.submitter}>
      <Facts
        facts={[
          [t.name, name],
          [t.address, address],
          [t.phone, phone && <Anchor href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</Anchor>],
          [t.email, email && <Anchor href={`mailto:${email}`}>{email}</Anchor>],
        ]}
      />
    </Section>
  );
}
