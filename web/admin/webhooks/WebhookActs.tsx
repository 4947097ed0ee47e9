import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { Act } from '../parts/Act';
import { ConfirmButton } from '../../shared/forms/ConfirmButton';
import { Dialog } from '../../shared/Dialog';
import { ShownOnce } from '../parts/ShownOnce';
import { webhooksTexts } from './messages';
import type { Webhook } from './types';

/** A test message, a pause, a new secret, the end of a subscription. */
export function WebhookActs({ webhook: { id, name, enabled } }: { readonly webhook: Webhook }) {
  const t = useTexts(webhooksTexts);
  const navigate = useNavigate();
  const [renewed, setRenewed] = useState<Schemas['WebhookSecret'] | null>(null);
  const params = { path: { id } };
  const touches = ['/v1/webhooks', '/v1/admin'];
  return (
    <Stack>
      {enabled && (
        <Act text={t.testText}>
          <ConfirmButton
            label={t.test}
            text={t.testConfirm}
            touches={touches}
            told={t.tested}
            send={() => dataOf(api.POST('/v1/webhooks/{id}/test', { params }))}
          />
        </Act>
      )}
      <Act text={enabled ? t.pauseText : t.resumeText}>
        <ConfirmButton
          label={enabled ? t.pause : t.resume}
          text={enabled ? t.pauseConfirm : t.resumeConfirm}
          touches={touches}
          told={enabled ? t.paused : t.resumed}
          send={() => dataOf(api.PATCH('/v1/webhooks/{id}', { params, body: { enabled: !enabled } }))}
        />
      </Act>
      <Act text={t.renewText}>
        <ConfirmButton
          label={t.renew}
          text={t.renewConfirm}
          touches={touches}
          send={() => dataOf(api.POST('/v1/webhooks/{id}/secret', { params, body: {} }))}
          onDone={setRenewed}
        />
      </Act>
      <Act text={t.removeText}>
        <ConfirmButton
          label={t.remove}
          text={t.removeConfirm}
          touches={['/v1/admin']}
          told={t.removed}
          send={() => dataOf(api.DELETE('/v1/webhooks/{id}', { params }))}
          onDone={() => void navigate({ to: '/admin/webhooks' })}
        />
      </Act>
      <Dialog
        title={t.secret}
        held
        opened={renewed !== null}
        onClose={() => {
          setRenewed(null);
        }}
      >
        {renewed && <ShownOnce label={t.secret} secret={renewed.secret} text={t.secretText(name)} />}
      </Dialog>
    </Stack>
  );
}
