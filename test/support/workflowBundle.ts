import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowBundlePath } from '@temporalio/worker';
import { bundleWorkflows } from '../../temporal/bundle';
import { fromSetup } from './environment';

/** Bundles the workflows into a file of a folder, and answers its path. */
export async function bundleInto(folder: string): Promise<string> {
  const { code } = await bundleWorkflows();
  const path = join(folder, 'workflows.js');
  await writeFile(path, code);
  return path;
}

/** The bundle that jest's global setup made, once for all tests. */
export const workflowBundle = (): WorkflowBundlePath => ({ codePath: fromSetup('TEST_WORKFLOW_BUNDLE') });
