import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problem';
import { ProblemAlert } from '../states/ProblemAlert';
import { ErrorSummary } from './ErrorSummary';

interface FormFrameProps {
  readonly onSubmit: () => void;
  /** Why the service refused what was sent; null where it did not. */
  readonly refusal: unknown;
  /** By the names of fields, the parts of a path joined by dots. */
  readonly errors: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string | undefined>>;
  readonly children: ReactNode;
}

/** A form: above its fields stands why it was refused, where that is more than faults of the fields, and which these are. */
export function FormFrame({ onSubmit, refusal, errors, labels, children }: FormFrameProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack>
        {problemOf(refusal)?.type !== 'invalid-input' && <ProblemAlert error={refusal} />}
        <ErrorSummary errors={errors} labels={labels} />
        {children}
      </Stack>
    </form>
  );
}
