import { Alert, Button, Checkbox, Paper, Radio, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import type { Schemas } from '../shared/api/types';
import { ButtonLink } from '../shared/ButtonLink';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { Page } from '../shared/Page';
import { useSession } from '../shared/session/session';
import { Loaded } from '../shared/states/Loaded';
import { ProblemAlert } from '../shared/states/ProblemAlert';
import { accountTexts } from './messages';

type Preferences = Schemas['MessagePreferences'];
type Chosen = Pick<Preferences, 'language' | 'muted'>;

/** Which messages one receives: opened from a message, whose token stands after the `#`, or by whoever is signed in. */
export function MessagePreferencesPage() {
  const t = useTexts(accountTexts);
  const shared = useTexts(sharedTexts);
  const session = useSession();
  const token = new URLSearchParams(useLocation().hash).get('token');
  return (
    <Page title={t.messagesTitle} lead={t.messagesLead} size="xs">
      {token !== null && <OfToken token={token} />}
      {token === null && session && <Own />}
      {token === null && session === null && (
        <Stack align="flex-start">
          <Alert role="status">{t.messagesWithoutLink}</Alert>
          <ButtonLink to="/sign-in" search={{ returnTo: '/message-preferences' }}>
            {shared.signIn}
          </ButtonLink>
        </Stack>
      )}
    </Page>
  );
}

/** The form begins with what is chosen now, and never with what was on an earlier visit. */
const ANEW = { staleTime: 0, gcTime: 0 };

function OfToken({ token }: { readonly token: string }) {
  const params = { path: { token } };
  const query = $api.useQuery('get', '/v1/message-preferences/{token}', { params }, ANEW);
  const save = (body: Chosen) => dataOf(api.PUT('/v1/message-preferences/{token}', { params, body }));
  return <Loaded query={query}>{(preferences) => <Choice preferences={preferences} save={save} />}</Loaded>;
}

function Own() {
  const query = $api.useQuery('get', '/v1/message-preferences', {}, ANEW);
  const save = (body: Chosen) => dataOf(api.PUT('/v1/message-preferences', { body }));
  return <Loaded query={query}>{(preferences) => <Choice preferences={preferences} save={save} />}</Loaded>;
}

interface ChoiceProps {
  readonly preferences: Preferences;
  readonly save: (chosen: Chosen) => Promise<Preferences>;
}

function Choice({ preferences, save }: ChoiceProps) {
  const t = useTexts(accountTexts);
  const [language, setLanguage] = useState(preferences.language);
  const [muted, setMuted] = useState<readonly string[]>(preferences.muted);
  const saving = useMutation({ mutationFn: save });
  return (
    <Paper>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ language, muted: [...muted] });
        }}
      >
        <Stack>
          <ProblemAlert error={saving.error} />
          <Radio.Group
            label={t.messagesLanguage}
            value={language}
            onChange={(value) => {
              setLanguage(value);
              saving.reset();
            }}
          >
            <Stack gap="xs" mt={4}>
              <Radio value="vi" label="Tiếng Việt" />
              <Radio value="en" label="English" />
            </Stack>
          </Radio.Group>
          <Checkbox.Group
            label={t.messagesOptional}
            description={t.messagesAlways}
            value={preferences.optional.filter((name) => !muted.includes(name))}
            onChange={(received) => {
              setMuted(preferences.optional.filter((name) => !received.includes(name)));
              saving.reset();
            }}
          >
            <Stack gap="xs" mt={4}>
              {preferences.optional.map((name) => (
                <Checkbox
                  key={name}
                  value={name}
                  label={(t.optionalMessages as Record<string, string | undefined>)[name] ?? name}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button type="submit" loading={saving.isPending}>
            {t.messagesSave}
          </Button>
          <div role="status">{saving.isSuccess && <Alert>{t.messagesSaved}</Alert>}</div>
        </Stack>
      </form>
    </Paper>
  );
}
