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
/** Of frontend, matching, history and worker. The server keeps them in 16 bits with a sign, so no free port will do. */
const GRPC_PORTS = [17_233, 17_234, 17_235, 17_236] as const;
const MEMBERSHIP_PORTS = [17_243, 17_244, 17_245, 17_246] as const;

const DATABASES = { temporal: 'temporal', visibility: 'temporal_visibility' } as const;

/** Starts the production Temporal server on PostgreSQL, all four services in one process, on loopback. */
export async function startTemporalOnPostgres(options: TemporalOnPostgresOptions): Promise<TemporalServer> {
  const { databaseUrl, log, shards = 512 } = options;
  const dataDir = resolve(options.dataDir);
  await mkdir(join(dataDir, 'config'), { recursive: true });
  const program = await findTemporalServer(userCacheDir, log);
  const database = new URL(databaseUrl);
  await prepareSchemas(program, database);

  for (const port of [...GRPC_PORTS, ...MEMBERSHIP_PORTS]) await requireFree(port);
  await writeFile(join(dataDir, 'config', 'dynamic.yaml'), '{}\n');
  await writeFile(
    join(dataDir, 'config', 'stack.yaml'),
    JSON.stringify(serverConfig(database, shards, join(dataDir, 'config', 'dynamic.yaml')), null, 2)
  );
  const address = `127.0.0.1:${GRPC_PORTS[0]}`;
  const server = await launch({
    name: 'Temporal',
    command: program.server,
    args: ['--root', dataDir, '--config', 'config', '--env', 'stack', '--allow-no-auth', 'start'],
    logFile: join(dataDir, 'temporal.log'),
    probe: () => ensureNamespace(address),
  });
  await rememberRun(join(dataDir, 'temporal.run.json'), { pid: server.pid, port: GRPC_PORTS[0] });
  log(`Temporal on PostgreSQL answers on ${address}`);
  return { ...server, address };
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
function serverConfig({ hostname, port, username, password }: URL, shards: number, dynamic: string) {
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
  const service = (index: number) => ({
    rpc: { grpcPort: GRPC_PORTS[index], membershipPort: MEMBERSHIP_PORTS[index], bindOnIP: '127.0.0.1' },
  });
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: shards,
      datastores: { default: store(DATABASES.temporal, 20), visibility: store(DATABASES.visibility, 10) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: { frontend: service(0), matching: service(1), history: service(2), worker: service(3) },
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
          rpcAddress: `127.0.0.1:${GRPC_PORTS[0]}`,
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
