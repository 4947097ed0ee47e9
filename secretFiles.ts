import { readFileSync } from 'node:fs';

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
