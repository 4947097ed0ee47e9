/** What a process of ours needs that opens what strangers made: where programs are, and how it runs; none of our secrets. */
const needed = ['PATH', 'NODE_ENV', 'TZ', 'TMPDIR'];

/** The environment without anything that a crafted file could be after. */
export const bareEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => needed.includes(name)));
