import { Connection } from '@temporalio/client';
import { fromSetup } from './environment';

/** To the Temporal that jest's setup started. */
export const connectTemporal = (): Promise<Connection> =>
  Connection.connect({ address: fromSetup('TEST_TEMPORAL_ADDRESS') });
