import { Paper } from '@mantine/core';
import { useTexts } from '../shared/i18n/catalogue';
import { Page } from '../shared/Page';
import { citizenTexts } from './messages';
import { TrackForm } from './TrackForm';

/** Asks for the code of a case. */
export function TrackPage() {
  const t = useTexts(citizenTexts);
  return (
    <Page title={t.trackTitle} lead={t.trackLead} size="xs">
      <Paper>
        <TrackForm />
      </Paper>
    </Page>
  );
}
