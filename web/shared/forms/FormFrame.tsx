import { Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../api/problem';
import { ProblemAlert } from '../states/ProblemAlert';
import { useTexts } from '../i18n/catalogue';
import { ErrorSummary } from './ErrorSummary';
import { formTexts } from './messages';

interface FormFrameProps {
  readonly onSubmit: () => void;
  /** Why the service refused what was sent; null where it did not. */
  readonly refusal: unknown;
  /** By the names of fields, the parts of a path joined by dots. */
  readonly errors: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string | undefined>>;
  /** Whether files are on their way that it has to wait for; left out where it has none. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/**
 * A form: above its fields stands why it was refused, where that is more than faults of the fields, and which these are.
 * Whoever sends it too early is told below it what it waits for.
 */
export function FormFrame({ onSubmit, refusal, errors, labels, busy, children }: FormFrameProps) {
  const t = useTexts(formTexts);
  const [tooEarly, setTooEarly] = useState(false);
  if (tooEarly && busy !== true) setTooEarly(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy === true) setTooEarly(true);
        else onSubmit();
      }}
    >
      <Stack>
        {problemOf(refusal)?.type !== 'invalid-input' && <ProblemAlert error={refusal} />}
        <ErrorSummary errors={errors} labels={labels} />
        {children}
        {busy !== undefined && (
          <Text size="sm" role="status">
            {tooEarly && t.stillUploading}
          </Text>
        )}
      </Stack>
    </form>
  );
}
