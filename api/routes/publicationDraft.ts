import type { Router } from 'express';
import { attachmentsOf, copiesOf } from '../../db/attachments';
import { publicationTexts } from '../../inputs/publications';
import { findPersonalData, proposeRedaction, REDACTED, type Person } from '../../redaction';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { publicationDraftOperations } from '../operations/publicationDraft';
import { personOf } from '../personalData';
import { actorOf } from '../../http/principal';
import { validated } from '../../http/problems';
import { isOutdated, tracesOf } from '../publicationFiles';
import { visibleCase } from '../visibleCase';

/** What the Office begins a publication with: the service proposes, the officer decides. */
export function publicationDraftRoutes(context: ApiContext): Router {
  const { db } = context;
  return serve(publicationDraftOperations, {
    async readPublicationDraft(request, response) {
      const row = await visibleCase(context, request, actorOf(response));
      const person = await personOf(db, row);
      const attachments = [];
      const files = byOriginal(await attachmentsOf(db, row.code));
      const copies = await copiesOf(db, [...files.keys()]);
      for (const [original, { file, use }] of files)
        attachments.push({
          id: file.id,
          name: file.name,
          act: use.act,
          findings: presentFindings(file.name, person),
          copies: copies(original).map((copy) => ({
            id: copy.id,
            found: tracesOf(copy, person),
            outdated: isOutdated(copy),
          })),
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

type NamedFile = Awaited<ReturnType<typeof attachmentsOf>>[number];

/**
 * Each file once, though several acts name it, such as a draft and the answer made of it; a copy for publication stands
 * only where no act names its original, such as a file that was blacked out.
 */
function byOriginal(named: readonly NamedFile[]): Map<string, NamedFile> {
  const files = new Map<string, NamedFile>();
  for (const one of named) {
    const { id, redactedFrom } = one.file;
    if (redactedFrom === null || !files.has(redactedFrom)) files.set(redactedFrom ?? id, one);
  }
  return files;
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
