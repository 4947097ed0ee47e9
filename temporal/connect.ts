import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { OpenTelemetryWorkflowClientInterceptor } from '@temporalio/interceptors-opentelemetry';
import { NativeConnection } from '@temporalio/worker';
import type { Keyring } from '../secrets/keyring';
import { dataConverter } from './dataConverter';

/** Address, namespace, TLS and API key as Temporal's own variables and profile file give them. */
export const temporalConfig = () => {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  return { connectionOptions, namespace };
};

/** A client that reads and writes encrypted payloads and hands traces on, and the connection that it stands on. */
export async function connectClient(keyring: Keyring): Promise<{ client: Client; connection: Connection }> {
  const { connectionOptions, namespace } = temporalConfig();
  const connection = await Connection.connect(connectionOptions);
  const client = new Client({
    connection,
    namespace,
    dataConverter: dataConverter(keyring),
    interceptors: { workflow: [new OpenTelemetryWorkflowClientInterceptor()] },
  });
  return { client, connection };
}

/** A connection for workers. */
export const connectWorker = (): Promise<NativeConnection> =>
  NativeConnection.connect(temporalConfig().connectionOptions);
