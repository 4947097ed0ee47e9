import { startServers } from './servers';

// jest wants its global setup as the whole of a module.
export = startServers;
