import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';

interface PasswordFieldProps extends Omit<PasswordInputProps, 'autoComplete' | 'visibilityToggleButtonProps'> {
  /** Whether a password is chosen: browsers offer to make one, and not one that is kept. */
  readonly chosen?: boolean;
}

/** A password, which whoever types it may look at, also by the keyboard. */
export function PasswordField({ chosen = false, ...props }: PasswordFieldProps) {
  const t = useTexts(sharedTexts);
  return (
    <PasswordInput
      {...props}
      autoComplete={chosen ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': t.showPassword, tabIndex: 0 }}
    />
  );
}
