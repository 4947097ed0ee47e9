import { z } from 'zod';
import { readEnvironment } from '../../environment';

/** Reads what is set for messages. @param secrets those that a file may hold instead. */
export const readSettings = <Schema extends z.ZodType>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
  secrets: readonly string[]
): z.output<Schema> => readEnvironment(schema, env, { complaint: 'Messages are not configured', secrets });

export const seconds = (usual: number) => z.coerce.number().min(0.1).max(60).default(usual);
