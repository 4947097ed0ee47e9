import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { userCacheDir } from './cache';
import { rememberRun, requireFree } from './lastRun';
import { run } from './run';
import { launch, type Log } from './server';
import type { TemporalServer } from './temporal';
import { findTemporalServer, type TemporalServerProgram } from './temporalServerProgram';

interface TemporalOnPostgresOptions {
  /** Keeps the configuration, the port and the log. */
  dataDir: string;
  /** A PostgreSQL whose user may create databases. */
  databaseUrl: string;
  log: Log;
  /** As `docker-compose.yml` has it. */
  shards?: number;
}

const NAMESPACE = 'default';
const RETENTION = '30 days';
/** The frontend's; the other services take those that follow. The server keeps them in 16 bits with a sign, so not any free one will do. */
const FIRST_PORT = 17_233;
/** From a service's port to that by which it finds the others. */
const TO_MEMBERSHIP = 10;

const DATABASES = { temporal: 'temporal', visibility: 'temporal_visibility' } as const;

/** Starts the production Temporal server on PostgreSQL, all four services in one process, on loopback. */
export async function startTemporalOnPostgres(options: TemporalOnPostgresOptions): Promise<TemporalServer> {
  const { databaseUrl, log, shards = 512 } = options;
  const dataDir = resolve(options.dataDir);
  await mkdir(join(dataDir, 'config'), { recursive: true });
  const program = await findTemporalServer(userCacheDir, log);
  const database = new URL(databaseUrl);
  await prepareSchemas(program, database);

  const ports = servicePorts();
  for (const port of ports) for (const each of [port, port + TO_MEMBERSHIP]) await requireFree(each);
  await writeFile(join(dataDir, 'config', 'dynamic.yaml'), '{}\n');
  await writeFile(
    join(dataDir, 'config', 'stack.yaml'),
    JSON.stringify(serverConfig(database, ports, shards, join(dataDir, 'config', 'dynamic.yaml')), null, 2)
  );
  const address = `127.0.0.1:${ports[0]}`;
  const server = await launch({
    name: 'Temporal',
    command: program.server,
    args: ['--root', dataDir, '--config', 'config', '--env', 'stack', '--allow-no-auth', 'start'],
    logFile: join(dataDir, 'temporal.log'),
    probe: () => ensureNamespace(address),
  });
  await rememberRun(join(dataDir, 'temporal.run.json'), { pid: server.pid, port: ports[0] });
  log(`Temporal on PostgreSQL answers on ${address}`);
  return { ...server, address };
}

/** Of frontend, matching, history and worker: from `TEMPORAL_PORT` on, so that two stacks can stand on one machine. */
function servicePorts(): readonly [number, number, number, number] {
  const first = Number(process.env.TEMPORAL_PORT ?? FIRST_PORT);
  if (!Number.isSafeInteger(first) || first < 1024 || first > 32_700)
    throw new Error('TEMPORAL_PORT is a number from 1024 to 32700');
  return [first, first + 1, first + 2, first + 3];
}

/** Brings both databases to the schema of this version, made first where there are none. */
async function prepareSchemas(
  { sqlTool, schemas }: TemporalServerProgram,
  { hostname, port, username, password }: URL
) {
  for (const [schema, name] of Object.entries(DATABASES) as [keyof typeof DATABASES, string][]) {
    const tool = (...args: string[]) =>
      run(sqlTool, ['--pl', 'postgres12', '--ep', hostname, '-p', port, '-u', username, '--db', name, ...args], {
        env: { SQL_PASSWORD: password },
      });
    const update = () => tool('update-schema', '-d', schemas[schema]);
    await update().catch(async () => {
      await tool('create');
      await tool('setup-schema', '-v', '0.0');
      await update();
    });
  }
}

/** YAML is a superset of JSON, so that the server reads it. */
function serverConfig(
  { hostname, port, username, password }: URL,
  ports: ReturnType<typeof servicePorts>,
  shards: number,
  dynamic: string
) {
  const store = (databaseName: string, maxConns: number) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: `${hostname}:${port}`,
      connectProtocol: 'tcp',
      user: username,
      password,
      maxConns,
      maxIdleConns: maxConns,
      maxConnLifetime: '1h',
    },
  });
  const service = (grpcPort: number) => ({
    rpc: { grpcPort, membershipPort: grpcPort + TO_MEMBERSHIP, bindOnIP: '127.0.0.1' },
  });
  const [frontend, matching, history, worker] = ports;
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: shards,
      datastores: { default: store(DATABASES.temporal, 20), visibility: store(DATABASES.visibility, 10) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(frontend),
      matching: service(matching),
      history: service(history),
      worker: service(worker),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `127.0.0.1:${frontend}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: dynamic, pollInterval: '60s' },
  };
}

/** Answers once the namespace is there and known to the frontend. */
async function ensureNamespace(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  try {
    await connection.withDeadline(Date.now() + 5_000, async () => {
      const { namespaces } = await connection.workflowService.listNamespaces({});
      if (!namespaces.some(({ namespaceInfo }) => namespaceInfo?.name === NAMESPACE))
        await connection.workflowService.registerNamespace({
          namespace: NAMESPACE,
          workflowExecutionRetentionPeriod: msToTs(RETENTION),
        });
      await connection.workflowService.listOpenWorkflowExecutions({ namespace: NAMESPACE, maximumPageSize: 1 });
    });
  } finally {
    await connection.close();
  }
}
