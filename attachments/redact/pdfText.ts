import { extractText, getDocumentProxy } from 'unpdf';

/** What can be read on the pages of a PDF, shown or hidden; nothing of a page that is a picture. */
export async function pdfText(content: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(content)), { mergePages: true });
  return text;
}
