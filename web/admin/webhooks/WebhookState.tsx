import { IconAlertTriangle, IconCheck, IconPlayerPause } from '@tabler/icons-react';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { webhooksTexts } from './messages';
import type { Webhook } from './types';

/** Whether messages go out to a subscriber, and whether they get through. */
export function WebhookState({ webhook: { enabled, heldUntil, failures } }: { readonly webhook: Webhook }) {
  const t = useTexts(webhooksTexts);
  const format = useFormats();
  if (!enabled)
    return (
      <Tag tone="quiet" icon={IconPlayerPause}>
        {t.states.off}
      </Tag>
    );
  if (heldUntil !== null)
    return (
      <Tag tone="late" icon={IconAlertTriangle}>
        {t.states.held(format.moment(heldUntil))}
      </Tag>
    );
  if (failures > 0)
    return (
      <Tag tone="soon" icon={IconAlertTriangle}>
        {t.states.failing(failures)}
      </Tag>
    );
  return (
    <Tag tone="calm" icon={IconCheck}>
      {t.states.on}
    </Tag>
  );
}
