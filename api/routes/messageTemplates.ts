import type { Request, Router } from 'express';
import { recordAdminAct, type AdminAct } from '../../db/adminEvents';
import { findCase } from '../../db/cases';
import { addTemplate, changedTemplates, templateHistory, type TemplateVersion } from '../../db/templates';
import type { Fault } from '../../domain/case';
import { fault } from '../../domain/faults';
import { languages, type Language } from '../../domain/languages';
import { newTemplate, templatePreview, templateReset } from '../../inputs/messages';
import { deliveredTexts, textsOf, textsUnder } from '../../messages/catalogue';
import { factNames, templateKeys, type TemplateKey, type Texts } from '../../messages/catalogue/texts';
import { segmentsOf, smsText } from '../../messages/channels/smsText';
import { faultOfTemplate, written } from '../../messages/render';
import { administerAs } from '../administering';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { messageTemplateOperations } from '../operations/messages';
import { createPreviewFacts } from '../previewFacts';
import { moment } from '../present';
import { actorOf } from '../../http/principal';
import { assertFaultless, Problem, validated } from '../../http/problems';

interface Named {
  readonly key: TemplateKey;
  readonly language: Language;
}

/** The texts of messages: administrators change them, version by version, and try them on real cases. */
export function messageTemplateRoutes({ db, now, messages: { config } }: ApiContext): Router {
  async function presented({ key, language }: Named) {
    const history = await templateHistory(db, key, language);
    return {
      ...nameOf({ key, language }),
      texts: textsUnder(history[0], key, language),
      changed: isChanged(history[0]),
      delivered: deliveredTexts(key, language),
      version: history.length,
      versions: history.map(({ texts, createdAt, createdBy }) => ({ texts, createdAt: moment(createdAt), createdBy })),
      facts: factNames,
    };
  }

  /**
   * Puts a version on record; where it has no texts, those delivered hold.
   * @param follows the version over which it was written, where somebody says so.
   * @throws Problem 409 where there is a later one
   */
  async function write(
    { key, language }: Named,
    { texts, follows }: { readonly texts: Texts | null; readonly follows: number | undefined },
    decided: Pick<AdminAct, 'by' | 'act' | 'document'>
  ): Promise<void> {
    const at = now();
    await administerAs(db, decided.by, async (tx) => {
      const history = await templateHistory(tx, key, language);
      if (follows !== undefined && follows !== history.length) throw new Problem('template-changed');
      const before = textsUnder(history[0], key, language);
      await addTemplate(tx, { template: key, language, texts, createdAt: at, createdBy: decided.by });
      const subject = `message-template/${key}/${language}`;
      const after = textsUnder({ texts }, key, language);
      await recordAdminAct(tx, { at, ...decided, subject, before, after });
    });
  }

  const previewFacts = createPreviewFacts({ db, now, publicUrl: config.publicUrl });

  return serve(messageTemplateOperations, {
    async listMessageTemplates(_request, response) {
      const changed = await changedTemplates(db);
      const items = templateKeys.flatMap((key) =>
        languages.map((language) => {
          const own = changed.find((row) => row.template === key && row.language === language);
          return {
            ...nameOf({ key, language }),
            texts: textsUnder(own, key, language),
            changed: isChanged(own),
          };
        })
      );
      response.json({ items });
    },

    async readMessageTemplate(request, response) {
      response.json(await presented(namedBy(request)));
    },

    async changeMessageTemplate(request, response) {
      const { id: by } = actorOf(response);
      const named = namedBy(request);
      const { document, follows, ...texts } = validated(newTemplate, request.body);
      assertSound(texts, '');
      await write(named, { texts, follows }, { by, act: 'messageTemplate.change', document });
      response.json(await presented(named));
    },

    async resetMessageTemplate(request, response) {
      const named = namedBy(request);
      const { follows } = validated(templateReset, request.query);
      const decided = { by: actorOf(response).id, act: 'messageTemplate.reset', document: null };
      await write(named, { texts: null, follows }, decided);
      response.json(await presented(named));
    },

    async previewMessageTemplate(request, response) {
      const { key, language } = namedBy(request);
      const { case: code, seq: asked, texts: tried } = validated(templatePreview, request.body);
      if (tried !== undefined) assertSound(tried, '/texts');
      const row = await findCase(db, code);
      if (row === undefined) throw new Problem('no-such-case');
      const { seq, facts } = await previewFacts(key, language, row, asked);
      const { subject, body, short } = written(tried ?? (await textsOf(db, key, language)), facts, {
        language,
        preferences: null,
      });
      const sms = smsText(short, config.sms);
      const { encoding, parts } = segmentsOf(sms);
      response.json({ seq, subject, body, sms, segments: sms === '' ? 0 : parts.length, encoding });
    },
  });
}

const isChanged = (latest: TemplateVersion | undefined): boolean => (latest?.texts ?? null) !== null;

const nameOf = ({ key, language }: Named) => {
  const [audience, template] = key.split('/');
  return { audience, template, language };
};

/** @throws Problem 404 where there is no such template. */
function namedBy({ params }: Request): Named {
  const key = templateKeys.find((name) => name === `${String(params['audience'])}/${String(params['template'])}`);
  const language = languages.find((name) => name === params['language']);
  if (key === undefined || language === undefined) throw new Problem('no-such-template');
  return { key, language };
}

/** @throws Problem 422 naming what cannot be read, and what names a fact that no case has. */
function assertSound(texts: Texts, at: string): void {
  const faults = Object.entries(texts).flatMap(([part, text]: [string, string]): Fault[] => {
    const message = faultOfTemplate(text);
    return message === null ? [] : [fault(`${at}/${part}`, 'template', message)];
  });
  assertFaultless(faults);
}
