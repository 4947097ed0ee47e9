import { randomUUID } from 'node:crypto';
import type { Request, Router } from 'express';
import { addTextVersion, currentTexts, versionsOfText, type TextTemplate } from '../../db/textTemplates';
import { unitOf } from '../../domain/acts/act';
import { OFFICE, type Actor } from '../../domain/roles';
import { filledQuery, textTemplate, textTemplateQuery } from '../../inputs/textTemplates';
import { agencyName } from '../../messages/facts';
import type { ApiContext } from '../context';
import { filledText } from '../filledText';
import { serve } from '../../http/operation';
import { textTemplateOperations } from '../operations/textTemplates';
import { moment } from '../present';
import { actorOf } from '../../http/principal';
import { Problem, validated } from '../../http/problems';
import { caseFor } from '../visibleCase';

/** Texts that a unit uses again. Its officers and heads write them alike; the Office's are offered to all. */
export function textTemplateRoutes(context: ApiContext): Router {
  const { db, now } = context;
  /** The text of the path as it stands. @throws Problem 404 where it is not the actor's to read, or to write. */
  async function textOf(request: Request, actor: Actor, to: 'read' | 'write'): Promise<TextTemplate> {
    const [latest] = await versionsOfText(db, String(request.params['template']));
    const own = latest?.agency === unitOf(actor);
    if (latest === undefined || !(own || (to === 'read' && latest.agency === OFFICE)))
      throw new Problem('no-such-text');
    if (to === 'write' && latest.ended) throw new Problem('no-such-text');
    return latest;
  }

  async function nextVersion(
    latest: TextTemplate,
    actor: Actor,
    changes: Partial<TextTemplate>
  ): Promise<TextTemplate> {
    const version = {
      ...latest,
      ...changes,
      version: latest.version + 1,
      createdAt: new Date(now()),
      createdBy: actor.id,
    };
    const added = await addTextVersion(db, version);
    if (added === undefined) throw new Problem('template-changed');
    return added;
  }

  return serve(textTemplateOperations, {
    async listTextTemplates(request, response) {
      const { action } = validated(textTemplateQuery, request.query);
      const actor = actorOf(response);
      const texts = await currentTexts(db, [unitOf(actor) ?? OFFICE, OFFICE]);
      const fitting = texts.filter((text) => action === undefined || text.action === null || text.action === action);
      response.json({ items: fitting.map((text) => presentText(text, actor)) });
    },

    async addTextTemplate(request, response) {
      const actor = actorOf(response);
      const agency = unitOf(actor);
      if (agency === null) throw new Problem('forbidden');
      const added = await addTextVersion(db, {
        ...validated(textTemplate, request.body),
        id: randomUUID(),
        version: 1,
        agency,
        ended: false,
        createdAt: new Date(now()),
        createdBy: actor.id,
      });
      if (added === undefined) throw new Error('a new text met another of its id');
      response.status(201).location(`/v1/text-templates/${added.id}`).json(presentText(added, actor));
    },

    async changeTextTemplate(request, response) {
      const actor = actorOf(response);
      const latest = await textOf(request, actor, 'write');
      const changed = await nextVersion(latest, actor, validated(textTemplate, request.body));
      response.json(presentText(changed, actor));
    },

    async endTextTemplate(request, response) {
      const actor = actorOf(response);
      await nextVersion(await textOf(request, actor, 'write'), actor, { ended: true });
      response.status(204).end();
    },

    async listTextVersions(request, response) {
      const actor = actorOf(response);
      const { id } = await textOf(request, actor, 'read');
      response.json({ items: (await versionsOfText(db, id)).map((text) => presentText(text, actor)) });
    },

    async fillTextTemplate(request, response) {
      const actor = actorOf(response);
      const { text } = await textOf(request, actor, 'read');
      const row = await caseFor(context, validated(filledQuery, request.query).case, actor);
      const lead = await agencyName(db, row.leadAgency ?? undefined, now(), 'vi');
      response.json({ text: filledText(text, row, lead, now()) });
    },
  });
}

const presentText = ({ createdAt, ...text }: TextTemplate, actor: Actor) => ({
  ...text,
  mayChange: text.agency === unitOf(actor) && !text.ended,
  createdAt: moment(createdAt),
});
