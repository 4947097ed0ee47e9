import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { $api } from '../../shared/api/client';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Page } from '../../shared/Page';
import { Loaded } from '../../shared/states/Loaded';
import { DataTable } from '../../shared/DataTable';
import { Dialog } from '../../shared/Dialog';
import { RulesNav } from '../parts/RulesNav';
import { Section } from '../../shared/Section';
import { policiesTexts } from './messages';
import { PolicyForm } from './PolicyForm';
import { PolicyTerms } from './PolicyTerms';
import type { Policy } from './typedPolicy';

/** The numbers of the law, version by version. */
export function PoliciesPage() {
  const t = useTexts(policiesTexts);
  const query = $api.useQuery('get', '/v1/policies', {});
  return (
    <Page title={t.title} lead={t.lead} size="xl">
      <RulesNav current="terms" />
      <Loaded query={query}>
        {({ items, mediaTypes }) => <Versions policies={items.toReversed()} mediaTypes={mediaTypes} />}
      </Loaded>
    </Page>
  );
}

function Versions({
  policies,
  mediaTypes,
}: {
  readonly policies: readonly Policy[];
  readonly mediaTypes: readonly string[];
}) {
  const t = useTexts(policiesTexts);
  const format = useFormats();
  const [adding, add] = useDisclosure();
  const [chosen, choose] = useState<number | null>(null);
  const shown = policies.find(({ version, inForce }) => (chosen === null ? inForce : version === chosen));
  const latest = policies[0];
  return (
    <Stack gap="xl">
      <Stack>
        <DataTable
          caption={t.versions}
          rows={policies}
          keyOf={({ version }) => version}
          head={{ label: t.version, cell: ({ version }) => t.versionOf(version) }}
          columns={[
            { label: t.labels.effectiveFrom, cell: ({ effectiveFrom }) => format.day(effectiveFrom) },
            {
              label: t.state,
              cell: ({ inForce }) => inForce && <Tag tone="calm">{t.inForce}</Tag>,
            },
            { label: t.document, cell: ({ document }) => document },
            {
              label: '',
              cell: ({ version }) => (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t.showOf(version)}
                  aria-pressed={shown?.version === version}
                  onClick={() => {
                    choose(version);
                  }}
                >
                  {t.show}
                </Button>
              ),
            },
          ]}
        />
        <div>
          <Button onClick={add.open} disabled={latest === undefined}>
            {t.add}
          </Button>
        </div>
      </Stack>
      {shown && (
        <Section title={t.versionOf(shown.version)}>
          <PolicyTerms policy={shown} />
        </Section>
      )}
      <Dialog title={t.add} opened={adding} onClose={add.close} size="xl">
        {latest && <PolicyForm before={latest} mediaTypes={mediaTypes} onDone={add.close} onCancel={add.close} />}
      </Dialog>
    </Stack>
  );
}
