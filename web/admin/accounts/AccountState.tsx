import { IconBan, IconCheck, IconLock } from '@tabler/icons-react';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { accountsTexts } from './messages';

interface AccountStateProps {
  readonly account: { readonly disabled: boolean; readonly lockedUntil?: string | null };
}

/** Whether somebody can sign in. */
export function AccountState({ account: { disabled, lockedUntil } }: AccountStateProps) {
  const t = useTexts(accountsTexts);
  const format = useFormats();
  if (disabled)
    return (
      <Tag tone="quiet" icon={IconBan}>
        {t.states.disabled}
      </Tag>
    );
  if (lockedUntil)
    return (
      <Tag tone="soon" icon={IconLock}>
        {t.states.locked(format.moment(lockedUntil))}
      </Tag>
    );
  return (
    <Tag tone="calm" icon={IconCheck}>
      {t.states.active}
    </Tag>
  );
}
