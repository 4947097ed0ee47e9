import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/**
 * The workflows as one script, the same for worker, build and tests. Its source map names lines but does not repeat the
 * sources, since the whole script is read once for every case that wakes.
 * @param interceptors modules of `workflows/`.
 */
export const bundleWorkflows = (interceptors: readonly string[] = ['tracing']) =>
  bundleWorkflowCode({
    workflowsPath: join(__dirname, '..', 'workflows'),
    workflowInterceptorModules: interceptors.map((name) => join(__dirname, '..', 'workflows', name)),
    failureConverterPath: require.resolve('./failures'),
    webpackConfigHook: (config) => ({ ...config, devtool: 'inline-nosources-source-map' }),
    logger: new DefaultLogger('WARN'),
  });
