import { z } from 'zod';
import { withFiles } from './secretFiles';

export const text = z.string().trim().min(1);
export const secret = z.string().min(16);
export const httpUrl = z.url({ protocol: /^https?$/ });
/** Where people reach the service: read by all who lead there, without a path. */
export const publicUrl = httpUrl.transform((address) => new URL(address).origin);
export const flag = (usual: boolean) =>
  z
    .enum(['true', 'false'])
    .default(usual ? 'true' : 'false')
    .transform((value) => value === 'true');

/**
 * Reads settings from the environment.
 * @param complaint what is said before the faults, such as `Messages are not configured`.
 * @param secrets those that a file may hold instead, which `…_FILE` names.
 * @throws Error naming each variable that is missing or wrong, never its value.
 */
export function readEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
  { complaint, secrets = [] }: { readonly complaint: string; readonly secrets?: readonly string[] }
): z.output<Schema> {
  const result = schema.safeParse(withFiles(env, secrets));
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`${complaint}: ${faults.join('; ')}`);
}
