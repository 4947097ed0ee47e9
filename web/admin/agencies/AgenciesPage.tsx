import { Button, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../shared/i18n/catalogue';
import { Page } from '../../shared/Page';
import type { Schemas } from '../../shared/api/types';
import { Dialog } from '../../shared/Dialog';
import { AgencyForm } from './AgencyForm';
import { AgencyTable } from './AgencyTable';
import { agenciesTexts } from './messages';
import { NewAgencyForm } from './NewAgencyForm';
import { ReformForm } from './ReformForm';
import { ReformTable } from './ReformTable';

type Opened = 'found' | 'reform' | Schemas['Agency'];

/** The units of the province on any day, and the decisions that change them. */
export function AgenciesPage() {
  const t = useTexts(agenciesTexts);
  const [opened, open] = useState<Opened | null>(null);
  const close = () => {
    open(null);
  };
  return (
    <Page
      title={t.title}
      lead={t.lead}
      size="xl"
      aside={
        <Group>
          <Button
            onClick={() => {
              open('reform');
            }}
          >
            {t.enterReform}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              open('found');
            }}
          >
            {t.found}
          </Button>
        </Group>
      }
    >
      <Stack gap="xl">
        <AgencyTable onChange={open} />
        <section>
          <Title order={2} fz="lg" mb="md">
            {t.reforms}
          </Title>
          <ReformTable />
        </section>
      </Stack>
      <Dialog title={t.found} opened={opened === 'found'} onClose={close}>
        <NewAgencyForm onDone={close} onCancel={close} />
      </Dialog>
      <Dialog title={t.enterReform} opened={opened === 'reform'} onClose={close} size="xl">
        <ReformForm onDone={close} onCancel={close} />
      </Dialog>
      <Dialog title={t.change} opened={typeof opened === 'object' && opened !== null} onClose={close}>
        {typeof opened === 'object' && opened !== null && (
          <AgencyForm agency={opened} onDone={close} onCancel={close} />
        )}
      </Dialog>
    </Page>
  );
}
