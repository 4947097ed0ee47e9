import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problem';
import { ErrorSummary } from './ErrorSummary';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { ProblemAlert } from '../states/ProblemAlert';
import type { RequestForm } from './useRequestForm';

interface FrameProps<Values> {
  readonly form: RequestForm<Values>;
  /** What the button says. */
  readonly submit: string;
  /** For what is not the main act of its page. */
  readonly secondary?: boolean;
  readonly onCancel?: () => void;
  /** Beside the button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** Around the fields of a form: why it was refused above them, what sends it below. */
export function RequestFormFrame<Values>({ form, submit, secondary, onCancel, aside, children }: FrameProps<Values>) {
  const shared = useTexts(sharedTexts);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Stack>
        {problemOf(form.refusal)?.type !== 'invalid-input' && <ProblemAlert error={form.refusal} />}
        <ErrorSummary errors={form.errors} labels={form.labels} />
        {children}
        <Group>
          <Button type="submit" loading={form.sending} {...(secondary ? { variant: 'default' } : {})}>
            {submit}
          </Button>
          {aside}
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {shared.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
