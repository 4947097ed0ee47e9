import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../support/freePort';
import { dataFolder, runProgram } from '../support/program';
import { temporaryFolder } from '../support/servers';
import { withoutLimits } from '../support/withoutLimits';
import { asking, bindings, headersOf, type Described } from './fuzz/configuration';
import { knownOf, uploadedBy } from './fuzz/known';
import { fuzz, type Fuzzed } from './fuzz/schemathesis';

/**
 * One account of each role, and somebody unknown; the connected system has its key instead. The administrator is the
 * last one: who else there is, and what they may do, is then no longer what it was.
 */
const everybody = [
  'stranger',
  'citizen',
  'integration',
  'officer.construction',
  'lead.construction',
  'supervisor',
  'leadership',
  'reception',
  'admin',
];

/**
 * What follows on each other in a life: among all operations a sequence would hardly ever begin with what makes a case,
 * and so have nothing to follow.
 */
const LIFE = String.raw`^/v1/cases(/\{code\}(/\w+)?)?$`;
/** Sequences for each random request of an operation. */
const SEQUENCES = 5;

/** `npm run prove:fuzz`: the service against its own description, asked by every role. Ends with 1 on a finding. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      examples: { type: 'string', default: '20' },
      phases: { type: 'string', default: 'examples,coverage,fuzzing' },
      as: { type: 'string', multiple: true, default: everybody },
    },
  });
  const dataDir = await temporaryFolder();
  const port = await freePort();
  const address = `http://127.0.0.1:${String(port)}`;
  const service = runProgram('start.ts', dataDir, { ...withoutLimits, PORT: String(port) });
  try {
    await service.printed('Ready: ');
    const { samplePassword } = await dataFolder(dataDir).secrets();
    const apiKey = /told once: (\S+)/.exec(service.output())?.[1];
    if (apiKey === undefined) throw new Error('the service did not tell the key of the connected system');
    const signedIn = (mailbox: string) => signIn(address, mailbox, samplePassword);
    const described = (await (await fetch(`${address}/openapi.json`)).json()) as Described;
    const known = await knownOf(address, { staff: await signedIn('supervisor'), admin: await signedIn('admin') });
    const fixed = await readFile(join(__dirname, 'fuzz', 'schemathesis.toml'), 'utf8');
    const everyone = new Map<string, string>();
    for (const who of values.as) {
      if (who === 'stranger') {
        everyone.set(who, `${fixed}\n${bindings(described, known)}`);
        continue;
      }
      const credential = who === 'integration' ? { apiKey } : { bearer: await signedIn(who) };
      const uploaded = await uploadedBy(address, headersOf(credential));
      everyone.set(who, `${fixed}\n${bindings(described, { ...known, ...uploaded })}\n${asking(credential)}`);
    }
    const everTaken = new Set<string>();
    for (const [who, written] of everyone) {
      const configuration = join(dataDir, 'schemathesis.toml');
      await writeFile(configuration, written);
      const common = { address, seed: Number(values.seed), configuration };
      const examples = Number(values.examples);
      const alone = await fuzz({ ...common, examples, phases: values.phases });
      const inTurn = await fuzz({ ...common, examples: examples * SEQUENCES, phases: 'stateful', within: LIFE });
      for (const { clean, report, taken } of [alone, inTurn]) {
        if (!clean) {
          console.log(report);
          process.exitCode = 1;
        }
        for (const operation of taken) everTaken.add(operation);
      }
      console.log(
        `as ${who}: ${told(alone)}, ${String(alone.taken.length)} operations took some; in sequences ${told(inTurn)}, ${String(inTurn.links)} kinds of links followed`
      );
    }
    const all = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
    );
    console.log(
      `${String(everTaken.size)} of ${String(all.length)} operations took requests from somebody; not these:`
    );
    console.log(all.filter((operation) => !everTaken.has(operation)).join('\n'));
  } finally {
    await service.stop();
    await rm(dataDir, { recursive: true });
  }
}

const told = ({ requests, seconds, findings }: Fuzzed): string =>
  `${String(requests)} requests in ${seconds.toFixed(0)} s, findings: ${String(findings)}`;

/** @returns the token of a session. */
async function signIn(address: string, mailbox: string, password: string): Promise<string> {
  const response = await fetch(`${address}/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${mailbox}@example.vn`, password }),
  });
  if (!response.ok) throw new Error(`${mailbox} cannot sign in: ${await response.text()}`);
  return ((await response.json()) as { token: string }).token;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
