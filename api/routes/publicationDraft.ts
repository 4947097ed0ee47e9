import type { Router } from 'express';
import { attachmentsOf, copiesOf } from '../../db/attachments';
import { publicationTexts } from '../../inputs/publications';
import { findPersonalData, proposeRedaction, REDACTED, type Person } from '../../redaction';
import type { ApiContext } from '../context';
import { serve } from '../operation';
import { publicationDraftOperations } from '../operations/publicationDraft';
import { personOf } from '../personalData';
import { actorOf } from '../principal';
import { validated } from '../problems';
import { tracesOf } from '../publicationFiles';
import { visibleCase } from '../visibleCase';

/** What the Office begins a publication with: the service proposes, the officer decides. */
export function publicationDraftRoutes(context: ApiContext): Router {
  const { db } = context;
  return serve(publicationDraftOperations, {
    async readPublicationDraft(request, response) {
      const row = await visibleCase(context, request, actorOf(response));
      const person = await personOf(db, row);
      const attachments = [];
      // A file that several acts name, such as a draft and the answer made of it, is there once.
      const files = new Map((await attachmentsOf(db, row.code)).map((named) => [named.file.id, named]));
      const copies = await copiesOf(db, [...files.keys()]);
      for (const { file, use } of files.values())
        attachments.push({
          id: file.id,
          name: file.name,
          act: use.act,
          findings: presentFindings(file.name, person),
          copies: copies(file.id).map((copy) => ({ id: copy.id, found: tracesOf(copy, person) })),
        });
      response.json({
        title: presentPart(row.title, person),
        content: presentPart(row.content, person),
        answer: row.answer === null ? null : presentPart(row.answer, person),
        attachments,
      });
    },

    async findPersonalData(request, response) {
      const row = await visibleCase(context, request, actorOf(response));
      const { title, content, text } = validated(publicationTexts, request.body);
      const person = await personOf(db, row);
      const searched = (part: string | null) =>
        part === null ? null : { text: part, findings: presentFindings(part, person) };
      response.json({
        title: searched(title),
        content: searched(content),
        text: searched(text),
        replacement: REDACTED,
      });
    },
  });
}

const presentPart = (text: string, person: Person) => ({
  text,
  proposed: proposeRedaction(text, person),
  findings: presentFindings(text, person),
});

const presentFindings = (text: string, person: Person) =>
  findPersonalData(text, person).map(({ start, end, ...finding }) => ({
    ...finding,
    offset: start,
    length: end - start,
    text: text.slice(start, end),
  }));
