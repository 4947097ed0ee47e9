import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../support/freePort';
import { dataFolder, runProgram } from '../support/program';
import { temporaryFolder } from '../support/servers';
import { fuzz } from './fuzz/schemathesis';

const configuration = join(__dirname, 'fuzz', 'schemathesis.toml');

/** One account of each role, and somebody unknown; the connected system has its key instead. */
const everybody = [
  'stranger',
  'citizen',
  'reception',
  'officer.construction',
  'lead.construction',
  'supervisor',
  'leadership',
  'admin',
  'integration',
];

/** Whoever asks thousands of times in vain is not to be locked out. */
const withoutLimits = {
  SIGN_IN_TRIES_PER_ACCOUNT: '1000000',
  SIGN_IN_TRIES_PER_ADDRESS: '1000000',
  ATTACHMENTS_UNUSED_PER_ACCOUNT: '1000000',
};

/** `npm run prove:fuzz`: the service against its own description, asked by every role. Ends with 1 on a finding. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      examples: { type: 'string', default: '20' },
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
    for (const who of values.as) {
      console.log(`\n== as ${who}`);
      const { report, clean } = await fuzz({
        address,
        credential: await credentialOf(who, { address, password: samplePassword, apiKey }),
        seed: Number(values.seed),
        examples: Number(values.examples),
        configuration,
      });
      console.log(clean ? report.slice(report.lastIndexOf('API Operations')) : report);
      if (!clean) process.exitCode = 1;
    }
  } finally {
    await service.stop();
    await rm(dataDir, { recursive: true });
  }
}

async function credentialOf(
  who: string,
  { address, password, apiKey }: { address: string; password: string; apiKey: string | undefined }
): Promise<Record<string, string>> {
  if (who === 'stranger') return {};
  if (who === 'integration') {
    if (apiKey === undefined) throw new Error('the service did not tell the key of the connected system');
    return { 'X-Api-Key': apiKey };
  }
  const response = await fetch(`${address}/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${who}@example.vn`, password }),
  });
  if (!response.ok) throw new Error(`${who} cannot sign in: ${await response.text()}`);
  return { Authorization: `Bearer ${((await response.json()) as { token: string }).token}` };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
