import { Button, type ButtonProps, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { ProblemAlert } from '../states/ProblemAlert';
import { Dialog } from '../Dialog';
import { useRequestForm } from './useRequestForm';

interface ConfirmButtonProps<Answer> extends Pick<ButtonProps, 'variant' | 'size'> {
  /** What the button says, before and within the dialog. */
  readonly label: string;
  /** For those who hear the button apart from its row. */
  readonly describedAs?: string;
  /** What it would do. */
  readonly text: string;
  readonly send: () => Promise<Answer>;
  readonly touches: readonly string[];
  readonly told?: string;
  readonly onDone?: (answer: Answer) => void;
}

/** Does something that is not easily undone, once it has been confirmed. */
export function ConfirmButton<Answer>({ variant, size, ...act }: ConfirmButtonProps<Answer>) {
  const [opened, dialog] = useDisclosure();
  // What was asked stays as it was asked: the button may become its opposite before the dialog is gone.
  const [asked, setAsked] = useState(act);
  const open = () => {
    setAsked(act);
    dialog.open();
  };
  return (
    <>
      <Button variant={variant ?? 'default'} size={size ?? 'sm'} aria-label={act.describedAs} onClick={open}>
        {act.label}
      </Button>
      <Dialog title={asked.describedAs ?? asked.label} opened={opened} onClose={dialog.close} size="md">
        <Confirmation {...asked} onClose={dialog.close} />
      </Dialog>
    </>
  );
}

function Confirmation<Answer>({
  label,
  text,
  onClose,
  onDone,
  ...request
}: Omit<ConfirmButtonProps<Answer>, 'describedAs' | 'variant' | 'size'> & { readonly onClose: () => void }) {
  const shared = useTexts(sharedTexts);
  const form = useRequestForm<object, Answer>({
    ...request,
    initial: {},
    labels: {},
    onDone: (answer) => {
      onClose();
      onDone?.(answer);
    },
  });
  return (
    <Stack>
      <ProblemAlert error={form.refusal} />
      <Text>{text}</Text>
      <Group>
        <Button onClick={form.submit} loading={form.sending} data-autofocus>
          {label}
        </Button>
        <Button variant="default" onClick={onClose}>
          {shared.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
