import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { accountsConfigFrom } from '../../accounts/config';
import { configFrom } from '../../config';
import { openDatabase } from '../../db/database';
import { channelsOn, messagesConfigFrom } from '../../messages/config';
import { subscribersConfigFrom } from '../../subscribers/config';

const root = join(__dirname, '..', '..');
const linesOf = (path: string): string[] => readFileSync(join(root, path), 'utf8').split('\n');
const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

/** What `deploy/env.example` says how to make. */
const filled: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['POSTGRES_PASSWORD', 'PAKN_DB_PASSWORD', 'PAKN_OWNER_PASSWORD', 'TEMPORAL_DB_PASSWORD'].map((name) => [
      name,
      randomBytes(24).toString('hex'),
    ])
  ),
  AUTH_SECRET: randomBytes(33).toString('base64'),
  PAYLOAD_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  RECORD_KEY: generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  METRICS_TOKEN: randomBytes(32).toString('hex'),
  PUBLIC_URL: 'https://pakn.province.example',
  SMTP_URL: 'smtp://mail.province.example:587',
  MAIL_FROM: 'PAKN <pakn@province.example>',
};

interface Service {
  readonly environment?: NodeJS.ProcessEnv;
  readonly env_file?: readonly { readonly path: string; readonly required: boolean }[];
}

/** The services of the compose file, with variables put in as Compose does. */
function servicesWith(filled: Readonly<Record<string, string>>): Readonly<Record<string, Service>> {
  const given = compose.replace(/\$\{(\w+)(?::-([^}]*)|:\?)\}/g, (_, name: string, usual?: string) => {
    const value = filled[name] ?? usual;
    if (value === undefined) throw new Error(`${name} is not given`);
    return value;
  });
  return (parse(given, { merge: true }) as { services: Record<string, Service> }).services;
}

const services = servicesWith(filled);
const environmentOf = (service: string): NodeJS.ProcessEnv => services[service]?.environment ?? {};

/** What is compiled into the image. */
const built =
  ts
    .getParsedCommandLineOfConfigFile(join(root, 'tsconfig.build.json'), undefined, {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(JSON.stringify(messageText));
      },
    })
    ?.fileNames.map((path) => relative(root, path)) ?? [];

test('the image is built from what goes to its builder', () => {
  const left = linesOf('.dockerignore').filter((line) => line !== '');
  expect(built).toContain('server.ts');
  const needed = built.flatMap((file) => [
    file,
    ...ts
      .preProcessFile(readFileSync(join(root, file), 'utf8'))
      .importedFiles.map(({ fileName }) => (fileName.startsWith('.') ? join(dirname(file), fileName) : fileName)),
  ]);
  expect(needed.filter((path) => left.some((folder) => path.startsWith(`${folder}/`)))).toEqual([]);
});

test('what operators are told to run is in the image, also where a checkout has a command of its own', () => {
  const { scripts } = JSON.parse(linesOf('package.json').join('\n')) as { scripts: Record<string, string> };
  const told = linesOf('docs/operations.md').join('\n');
  const programs = [...`${told}\n${compose}`.matchAll(/\bdist\/([\w/]+)\.js/g)].map(([, path]) => `${path!}.ts`);
  expect(programs.filter((path) => !built.includes(path))).toEqual([]);
  const sources = [...told.matchAll(/`npm run ([\w:-]+)/g)].map(([, name]) => scripts[name!]?.replace('tsx ', ''));
  const unbuilt = ['building/build.ts', 'stack.ts', 'test/proof/proveRestore.ts'];
  expect(sources.filter((source) => ![...programs, ...unbuilt].includes(source!))).toEqual([]);
});

/** Every variable that the settings of the code read, by how they are written there. */
const settings = [
  'config.ts',
  ...['accounts', 'attachments', 'intake', 'messages', 'subscribers'].map((folder) => `${folder}/config.ts`),
]
  .flatMap(linesOf)
  .flatMap((line) => /^ +([A-Z][A-Z0-9_]{3,}): /.exec(line)?.[1] ?? []);

test('the operations page has every setting of the code', () => {
  expect(settings).toEqual(expect.arrayContaining(['DATABASE_URL', 'OIDC_CLIENT_ID', 'S3_BUCKET', 'INTAKE_IMAP_PORT']));
  const cells = linesOf('docs/operations.md').flatMap((line) => /^\| (.*?) +\|/.exec(line)?.[1] ?? []);
  // `A_B_HOST`, `…_PORT` are of one family.
  const known = cells.flatMap((cell) => {
    const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
    const family = names[0]?.replace(/_[^_]*$/, '') ?? '';
    return names.map((name) => name.replace(/^…/, family));
  });
  expect(settings.filter((name) => !known.includes(name))).toEqual([]);
});

test('every secret that the compose file needs is in the example, with nothing else', () => {
  const needed = [...compose.matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name);
  const told = linesOf('deploy/env.example').flatMap((line) => /^(\w+)=/.exec(line)?.[1] ?? []);
  expect(new Set(told)).toEqual(new Set(needed));
  expect(new Set(told)).toEqual(new Set(Object.keys(filled)));
  const choices = [...compose.matchAll(/\$\{(\w+):-/g)].map(([, name]) => name);
  const offered = linesOf('deploy/env.example').flatMap((line) => /^# (\w+)=/.exec(line)?.[1] ?? []);
  expect(new Set(offered)).toEqual(new Set(choices));
});

test('no mail goes to a catcher that nobody named, and the operations page says what goes into which file', () => {
  for (const name of ['SMTP_URL', 'MAIL_FROM']) {
    const { [name]: _, ...others } = filled;
    expect(() => servicesWith(others)).toThrow(`${name} is not given`);
  }
  const [told] = linesOf('docs/operations.md').filter((line) => line.startsWith('With Compose, `.env`'));
  // Of the settings of the service, `.env` alone reaches those: the compose file hands them on under their own name.
  const handedOn = settings.filter(
    (name) => compose.includes(`${name}: \${${name}:`) || compose.includes(`${name}: '\${${name}:`)
  );
  expect(handedOn).toContain('SMTP_URL');
  expect(handedOn.filter((name) => told?.includes(`\`${name}\``) !== true)).toEqual([]);
});

test('R5: workers alone have the key that signs the record', () => {
  const holders = Object.entries(services).filter(([, { environment }]) => environment?.['RECORD_KEY'] !== undefined);
  expect(holders.map(([name]) => name)).toEqual(['worker']);
  expect(configFrom(environmentOf('worker')).recordKey).not.toBeNull();
});

test('API and workers alone get every other setting, from a file that may be absent and goes into no image', () => {
  const readers = Object.entries(services).filter(([, { env_file }]) => env_file !== undefined);
  expect(readers.map(([name]) => name)).toEqual(['api', 'worker']);
  for (const [, { env_file }] of readers) expect(env_file).toEqual([{ path: 'service.env', required: false }]);
  expect(linesOf('.dockerignore')).toContain('service.env');
  expect(linesOf('.gitignore')).toContain('/service.env');
});

test('the API of the compose file believes the one proxy that its port is published for, or those that are named', () => {
  expect(configFrom(environmentOf('api')).trustedProxies).toBe(1);
  const named = servicesWith({ ...filled, TRUST_PROXY: 'loopback, 10.0.0.0/8' })['api']?.environment;
  expect(configFrom(named ?? {}).trustedProxies).toBe('loopback, 10.0.0.0/8');
});

test.each(['api', 'worker'])(
  'with secrets made as the example says, the %s of the compose file can start',
  (service) => {
    const env = environmentOf(service);
    expect(configFrom(env)).toMatchObject({ production: true });
    expect(accountsConfigFrom(env).publicUrl).toBe(filled['PUBLIC_URL']);
    expect(channelsOn(messagesConfigFrom(env))).toEqual(['email']);
    expect(subscribersConfigFrom(env).source).toBe(filled['PUBLIC_URL']);
  }
);

test('a password that breaks the address of the database is not told', () => {
  const broken = () => openDatabase('postgresql://pakn:se/cret@postgres:5432/pakn');
  expect(broken).toThrow('the address of the database is none');
  expect(broken).not.toThrow(/cret/);
});
