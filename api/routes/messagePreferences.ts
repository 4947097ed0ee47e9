import type { Request, Router } from 'express';
import { mute, preferencesOf, setPreferences, type Preferences } from '../../db/messagePreferences';
import { fault } from '../../domain/faults';
import { optionalFor, type NoticeAudience } from '../../domain/informing';
import { preferences } from '../../inputs/messages';
import { subjectOfToken } from '../../messages/preferences';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { messagePreferenceOperations } from '../operations/messages';
import { actorOf } from '../../http/principal';
import { assertFaultless, Problem, validated } from '../../http/problems';

/** Which messages somebody receives: what the law asks for stays, everything else may be turned off. */
export function messagePreferenceRoutes({ db, messages }: ApiContext): Router {
  const { keyring, config } = messages;

  /** @throws Problem 404 where the token is not one of ours. */
  function subjectOf(request: Request): string {
    const subject = subjectOfToken(keyring, String(request.params['token']));
    if (subject === null) throw new Problem('no-such-page');
    return subject;
  }

  const shown = ({ language, muted }: Preferences, audience: NoticeAudience) => ({
    language: language ?? config.language,
    muted,
    optional: optionalFor(audience),
  });

  async function change(subject: string, audience: NoticeAudience, body: unknown) {
    const { language, muted } = validated(preferences, body);
    assertOptional(muted, audience);
    await setPreferences(db, subject, { language, muted: [...new Set(muted)] });
    return shown(await preferencesOf(db, subject), audience);
  }

  return serve(messagePreferenceOperations, {
    async readOwnMessagePreferences(_request, response) {
      const actor = actorOf(response);
      response.json(shown(await preferencesOf(db, actor.id), audienceOf(actor.role)));
    },
    async changeOwnMessagePreferences(request, response) {
      const actor = actorOf(response);
      response.json(await change(actor.id, audienceOf(actor.role), request.body));
    },
    async readMessagePreferences(request, response) {
      response.json(shown(await preferencesOf(db, subjectOf(request)), 'submitter'));
    },
    async changeMessagePreferences(request, response) {
      response.json(await change(subjectOf(request), 'submitter', request.body));
    },
    async muteMessage(request, response) {
      const subject = subjectOf(request);
      const template = String(request.params['template']);
      assertOptional([template], 'submitter');
      await mute(db, subject, template, config.language);
      response.status(204).end();
    },
  });
}

const audienceOf = (role: string): NoticeAudience => (role === 'submitter' ? 'submitter' : 'staff');

/** @throws Problem 422 naming each message that the law asks for. */
function assertOptional(muted: readonly string[], audience: NoticeAudience): void {
  const faults = muted.flatMap((name, index) =>
    optionalFor(audience).includes(name)
      ? []
      : [fault(`/muted/${String(index)}`, 'required', 'This message cannot be turned off.')]
  );
  assertFaultless(faults);
}
