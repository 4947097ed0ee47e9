import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { FormFrame } from './FormFrame';
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

/** Around the fields of a form that makes one request, with what sends it below them. */
export function RequestFormFrame<Values>({ form, submit, secondary, onCancel, aside, children }: FrameProps<Values>) {
  const shared = useTexts(sharedTexts);
  return (
    <FormFrame onSubmit={form.submit} refusal={form.refusal} errors={form.errors} labels={form.labels}>
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
    </FormFrame>
  );
}
