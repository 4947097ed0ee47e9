import { z } from 'zod';

/** Headers as `/openapi.json` describes them: of requests that read them, and of answers that give them. */
const tag = z.string().describe('Names what was read as it was then');

export const requestId = z
  .string()
  .meta({ header: { id: 'X-Request-Id' } })
  .describe('By which the log knows the request; that of the request where it brought a fit one');

export const retryAfter = z
  .string()
  .meta({ header: { id: 'Retry-After' } })
  .describe('In how many seconds to ask again');

export const actingFor = z
  .string()
  .optional()
  .describe('The account of an absent head for whom a delegate asks, with the rights of that head');

/** A change that builds on what was read. */
export const ifMatch = z.object({
  'If-Match': z.string().optional().describe('The `ETag` as it was read: refused where there is a later one'),
});

export const eTag = z.object({ ETag: tag });

export const location = z.object({ Location: z.string().describe('The path of what was made') });

export const onward = z.object({ Location: z.string().describe('The address to go on to') });

/** What is not sent again to whoever has it. */
export const ifNoneMatch = z.object({
  'If-None-Match': z.string().optional().describe('The `ETag` of what you have already'),
});

/** What a file can be asked for. */
export const rangeAsked = ifNoneMatch.extend({
  Range: z.string().optional().describe('One part of the file, such as `bytes=0-1023`'),
});

const contentRange = z.string().describe('Which part of how many bytes');

export const fileHeaders = {
  200: z.object({ ETag: tag, 'Accept-Ranges': z.string() }),
  206: z.object({ ETag: tag, 'Accept-Ranges': z.string(), 'Content-Range': contentRange }),
  304: z.object({ ETag: tag }),
  416: z.object({ 'Content-Range': contentRange }),
};
