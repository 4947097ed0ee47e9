import { Stack } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Act } from '../parts/Act';
import { ConfirmButton } from '../../shared/forms/ConfirmButton';
import { Dialog } from '../../shared/Dialog';
import { ShownOnce } from '../parts/ShownOnce';
import { accountsTexts } from './messages';

/** Unlocking, a link that sets a password, disabling and enabling again. */
export function AccountAccess({ account }: { readonly account: Schemas['AccountWithLock'] }) {
  const t = useTexts(accountsTexts);
  const format = useFormats();
  const [link, setLink] = useState<Schemas['PasswordLink'] | null>(null);
  const params = { params: { path: { id: account.id } } };
  const touches = ['/v1/accounts', '/v1/people', '/v1/admin'];
  return (
    <Stack>
      {account.lockedUntil !== null && (
        <Act text={t.lockedText(format.moment(account.lockedUntil))}>
          <ConfirmButton
            label={t.unlock}
            text={t.unlockText}
            touches={touches}
            told={t.unlocked}
            send={() => dataOf(api.POST('/v1/accounts/{id}/unlock', params))}
          />
        </Act>
      )}
      {!account.disabled && (
        <Act text={t.passwordText}>
          <ConfirmButton
            label={t.passwordLink}
            text={t.passwordLinkText}
            touches={['/v1/admin']}
            send={() => dataOf(api.POST('/v1/accounts/{id}/password-link', params))}
            onDone={setLink}
          />
        </Act>
      )}
      <Act text={account.disabled ? t.disabledText : t.activeText}>
        {account.disabled ? (
          <ConfirmButton
            label={t.enable}
            text={t.enableText}
            touches={touches}
            told={t.enabled}
            send={() => dataOf(api.POST('/v1/accounts/{id}/enable', params))}
          />
        ) : (
          <ConfirmButton
            label={t.disable}
            text={t.disableText}
            touches={touches}
            told={t.nowDisabled}
            send={() => dataOf(api.POST('/v1/accounts/{id}/disable', params))}
          />
        )}
      </Act>
      <Dialog
        title={t.passwordLink}
        held
        opened={link !== null}
        onClose={() => {
          setLink(null);
        }}
      >
        {link && (
          <ShownOnce label={t.link} secret={link.url} text={t.linkText(account.name, format.moment(link.expiresAt))} />
        )}
      </Dialog>
    </Stack>
  );
}
