import { z } from 'zod';
import { printable } from '../../inputs/printable';

/** What a partner wrote, as the database can keep it. */
const words = (max: number) => z.string().max(max).transform(printable);
const reference = words(200);
const version = z.int();

const acknowledgement = z.object({
  reference,
  version,
  result: z.enum(['accepted', 'refused']),
  reason: words(2_000).optional(),
});

export type Acknowledgement = z.output<typeof acknowledgement>;

const acknowledgements = z.object({ results: z.array(acknowledgement) });

const holdings = z.object({ items: z.array(z.object({ reference, version, state: words(100) })) });

/** What a partner said to each item. @throws Error where it is not what the contract says. */
export const readAcknowledgements = (text: string): Acknowledgement[] => read(acknowledgements, text).results;

/** What a partner holds of a day. @throws Error where it is not what the contract says. */
export const readHoldings = (text: string) => read(holdings, text).items;

function read<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error('the answer is no JSON', { cause: error });
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`the answer is not as agreed: ${z.prettifyError(result.error).slice(0, 200)}`);
  return result.data;
}
