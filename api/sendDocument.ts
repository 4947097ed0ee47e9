import type { Response } from 'express';
import type { AdministrativeDocument } from '../documents/document';
import type { DocumentFormat } from '../documents/render';
import type { ApiContext } from './context';
import { DOCX, PDF } from './documentTypes';
import { actorOf } from '../http/principal';

const types: Record<DocumentFormat, string> = { pdf: PDF, docx: DOCX };

/** Sends a document to be saved under a name. */
export async function sendDocument(
  { render }: Pick<ApiContext, 'render'>,
  response: Response,
  document: AdministrativeDocument,
  name: string,
  format: DocumentFormat
): Promise<void> {
  const { id, role } = actorOf(response);
  const content = await render(document, format, role === 'submitter' ? id : null);
  response.attachment(`${name}.${format}`).set('Content-Type', types[format]);
  response.send(content);
}
