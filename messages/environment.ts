import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The environment with what `X_FILE` names read into X, as container platforms hand over secrets. */
export const withFiles = (env: NodeJS.ProcessEnv, secrets: readonly string[]): NodeJS.ProcessEnv => ({
  ...env,
  ...Object.fromEntries(
    secrets.flatMap((name) => {
      const path = env[`${name}_FILE`];
      return path === undefined ? [] : [[name, readFileSync(path, 'utf8').trim()]];
    })
  ),
});

export const text = z.string().trim().min(1);
export const secret = z.string().min(16);
export const httpUrl = z.url({ protocol: /^https?$/ });
export const flag = (usual: boolean) =>
  z
    .enum(['true', 'false'])
    .default(usual ? 'true' : 'false')
    .transform((value) => value === 'true');
