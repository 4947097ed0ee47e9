import { z } from 'zod';
import type { NoticeTemplate } from '../../domain/effects';
import type { Channel, Outcome } from './channel';
import { exchange, silence } from './http';
import { shortened } from '../shortened';
import { mobileNumber } from './phone';
import type { ZaloConfig } from './zaloConfig';
import type { ZaloTokens } from './zaloTokens';

const TOKEN_REFUSED = -124;

/** What Zalo says of this number: invalid, no account, blocked us, too old a version. */
const aboutTheNumber = [-108, -110, -114, -118, -119, -139, -140, -141];

/** Templates refuse more. */
const MOST_CHARACTERS = 400;

const answer = z.object({
  error: z.number(),
  data: z.object({ msg_id: z.string() }).optional(),
});

/**
 * Messages of the province's official Zalo account to a telephone number, each kind of notice in a template that Zalo has
 * approved for it and that has the parts `code` and `content`.
 */
export function zaloChannel(config: ZaloConfig, tokens: ZaloTokens): Channel {
  const post = (token: string, body: object) =>
    exchange(
      `${config.apiUrl}/message/template`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', access_token: token },
        body: JSON.stringify(body),
      },
      config.timeoutMillis
    );

  async function attempt(body: object, stale?: string): Promise<Outcome> {
    const token = await tokens.access(stale);
    if (token === null) return { result: 'unavailable', detail: 'no access token' };
    const exchanged = await post(token, body);
    if (exchanged.kind !== 'answered') return silence(exchanged, false);
    const told = answer.safeParse(exchanged.body);
    if (!told.success) return { result: 'unavailable', detail: `HTTP ${String(exchanged.status)}` };
    const { error, data } = told.data;
    if (error === TOKEN_REFUSED && stale === undefined) return attempt(body, token);
    const detail = String(error);
    if (error === 0) return { result: 'accepted', detail, ...(data === undefined ? {} : { providerId: data.msg_id }) };
    return { result: aboutTheNumber.includes(error) ? 'refused' : 'unavailable', detail };
  }

  const templates: Readonly<Partial<Record<NoticeTemplate, string>>> = config.templates;
  const templateFor = (notice: NoticeTemplate): string | null => templates[notice] ?? config.anyTemplate;

  return {
    repeatable: false,
    carries: (notice) => templateFor(notice) !== null,
    send: ({ to, short, messageId, notice, caseCode }) => {
      const phone = mobileNumber(to);
      if (phone === null) return Promise.resolve({ result: 'refused', detail: 'no mobile number' });
      const template = notice === null ? null : templateFor(notice);
      if (template === null) return Promise.resolve({ result: 'refused', detail: 'no template' });
      return attempt({
        phone,
        template_id: template,
        template_data: { code: caseCode, content: shortened(short, ({ length }) => length <= MOST_CHARACTERS) },
        tracking_id: messageId,
      });
    },
  };
}
