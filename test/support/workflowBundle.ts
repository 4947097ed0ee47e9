import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundlePath } from '@temporalio/worker';
import { fromSetup } from './environment';
import { testDataConverter } from './keyring';

/** Bundles the workflows into a file of a folder, and answers its path. */
export async function bundleWorkflows(folder: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve('../../workflows'),
    failureConverterPath: testDataConverter.failureConverterPath!,
    logger: new DefaultLogger('WARN'),
  });
  const path = join(folder, 'workflows.js');
  await writeFile(path, code);
  return path;
}

/** The bundle that jest's global setup made, once for all tests. */
export const workflowBundle = (): WorkflowBundlePath => ({ codePath: fromSetup('TEST_WORKFLOW_BUNDLE') });
