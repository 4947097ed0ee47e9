import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { problemText } from './problemText';

/** Why something did not work; read out as soon as it appears. Nothing where there was no error. */
export function ProblemAlert({ error }: { error: unknown }) {
  const t = useTexts(sharedTexts);
  if (error === null || error === undefined) return null;
  return (
    <Alert
      role="alert"
      variant="outline"
      color="var(--late-text)"
      icon={<IconAlertTriangle aria-hidden />}
      styles={{ message: { color: 'var(--late-text)' }, root: { background: 'var(--late-ground)' } }}
    >
      {problemText(error, t)}
    </Alert>
  );
}
