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

/** The address of the database, for programs that need no other setting. @throws Error with these words where none is given. */
export function databaseUrlFrom(env: NodeJS.ProcessEnv, missing = 'set DATABASE_URL or DATABASE_URL_FILE'): string {
  const { DATABASE_URL: url } = withFiles(env, ['DATABASE_URL']);
  if (url === undefined) throw new Error(missing);
  return url;
}
