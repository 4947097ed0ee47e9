import { z } from 'zod';

/** The small parts of answers. They describe what is sent; nothing is checked by them. */
export const moment = z.string().meta({ format: 'date-time', examples: ['2026-02-13T16:30:00.000+07:00'] });
export const day = z.string().meta({ format: 'date', examples: ['2026-03-13'] });
export const id = z.string();
export const code = z.string().meta({ examples: ['PAKN-2611-7K3M-9QXW-2F8A'] });

/** A list that is given whole. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

/** A list that is given page by page. */
export const pagesOf = <Item extends z.ZodType>(item: Item) =>
  listOf(item).extend({ nextCursor: z.string().nullable() });
