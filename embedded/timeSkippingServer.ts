import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, userCacheDir } from './cache';
import { run } from './run';
import { downloadFromSdk } from './sdkDownload';
import type { Log } from './server';

const VERSION = '1.32.0';
const NAME = 'temporal-test-server';

interface TimeSkippingServerOptions {
  cacheDir?: string;
  log: Log;
}

/** Returns the path of Temporal's test server, in which time passes at once; throws with what to install. */
export async function ensureTimeSkippingServer(options: TimeSkippingServerOptions): Promise<string> {
  const { cacheDir = userCacheDir, log } = options;
  const make = (folder: string) => getTestServer(folder, log);
  return join(await cached({ cacheDir, name: `${NAME}-${VERSION}`, log, make }), NAME);
}

async function getTestServer(folder: string, log: Log): Promise<void> {
  log(`downloading Temporal's test server ${VERSION}`);
  try {
    await downloadFromSdk('time-skipping', `v${VERSION}`, folder, NAME, log);
    return;
  } catch (error) {
    log(`Temporal's test server cannot be downloaded from its site, trying Maven: ${String(error)}`);
  }
  try {
    await writeFile(join(folder, 'pom.xml'), pom);
    await run('mvn', ['-B', '-q', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=lib'], {
      cwd: folder,
    });
  } catch (error) {
    throw new Error(
      "There is no Temporal test server: neither its site nor Maven gave one. Install a Java runtime and Maven, or let this machine reach the site of Temporal's SDKs.",
      { cause: error }
    );
  }
  await writeFile(join(folder, NAME), wrapper);
  await chmod(join(folder, NAME), 0o755);
}

const pom = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>${NAME}</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>io.temporal</groupId><artifactId>${NAME}</artifactId><version>${VERSION}</version></dependency>
  </dependencies>
</project>
`;

/** Small and quick to start rather than quick in the long run: a test file keeps it for seconds. */
const wrapper = `#!/bin/sh
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;
