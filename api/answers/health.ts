import { z } from 'zod';
import { moment } from './value';

export const alive = z
  .object({
    status: z.literal('ok'),
    legalTime: moment,
    trainingClock: z
      .object({ startedAt: z.number(), speed: z.number() })
      .nullable()
      .describe('Days run fast for training; null in earnest'),
  })
  .meta({ id: 'Alive' });

const state = z.enum(['ok', 'unavailable']);

export const readiness = z
  .object({ status: z.enum(['ready', 'not ready']), postgresql: state, temporal: state })
  .meta({ id: 'Readiness' });
