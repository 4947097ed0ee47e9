import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const workflowsPath = join(__dirname, '..', 'workflows');

/**
 * The workflows as one script, the same for worker, build and tests. Its source map names lines but does not repeat the
 * sources, since the whole script is read once for every case that wakes.
 * @param interceptors modules of `workflows/`.
 */
export const bundleWorkflows = (interceptors: readonly string[] = ['tracing']) =>
  bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: interceptors.map((name) => join(__dirname, '..', 'workflows', name)),
    // Read once for all cases of a thread, and frozen: modules keep nothing of a case.
    preloadModules: [workflowsPath],
    failureConverterPath: require.resolve('./failures'),
    webpackConfigHook: (config) => ({ ...config, devtool: 'inline-nosources-source-map' }),
    logger: new DefaultLogger('WARN'),
  });
