import { Button, Divider } from '@mantine/core';
import { $api } from '../api/client';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { expectSession } from './session';

/** Leads to the provider of identities, where there is one, and from there to the page of ours at `returnTo`. */
export function ProviderButton({ returnTo }: { returnTo: string }) {
  const t = useTexts(sharedTexts);
  const { data: methods } = $api.useQuery('get', '/v1/auth/methods');
  if (!methods?.oidc) return null;
  return (
    <>
      <Divider label={t.or} />
      <Button
        component="a"
        variant="default"
        href={`${methods.oidc.start}?${new URLSearchParams({ returnTo }).toString()}`}
        onClick={expectSession}
      >
        {methods.oidc.label}
      </Button>
    </>
  );
}
