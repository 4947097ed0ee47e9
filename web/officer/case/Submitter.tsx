import { Anchor, Text } from '@mantine/core';
import type { Case } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { officerTexts } from '../messages';
import { Facts } from '../../shared/case/Facts';
import { Section } from '../../shared/Section';

/** Who sent it and how they can be reached, also by what officers have mended since. */
export function Submitter({ ofCase: { submitter, contact } }: { readonly ofCase: Case }) {
  const t = useTexts(officerTexts);
  const { name, address } = submitter;
  const asGiven = { ...submitter, phoneMendedAt: null, emailMendedAt: null };
  const { phone, email, phoneMendedAt, emailMendedAt } = contact ?? asGiven;
  return (
    <Section title={t.submitter}>
      <Facts
        facts={[
          [t.name, name],
          [t.address, address],
          [
            t.phone,
            phone && (
              <>
                <Anchor href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</Anchor>
                <Mended at={phoneMendedAt} given={submitter.phone} />
              </>
            ),
          ],
          [
            t.email,
            email && (
              <>
                <Anchor href={`mailto:${email}`}>{email}</Anchor>
                <Mended at={emailMendedAt} given={submitter.email} />
              </>
            ),
          ],
        ]}
      />
    </Section>
  );
}

/** That an address is another one than the submitter gave, since when, and which they gave. */
function Mended({ at, given }: { readonly at: string | null; readonly given: string | null }) {
  const t = useTexts(officerTexts);
  const format = useFormats();
  if (at === null) return null;
  return (
    <Text size="sm" c="dimmed">
      {t.mendedOn(format.dayOf(at), given)}
    </Text>
  );
}
