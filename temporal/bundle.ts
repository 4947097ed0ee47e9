import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/**
 * The workflows as one script, the same for worker, build and tests. Its source map names lines but does not repeat the
 * sources, since the whole script is read once for every case that wakes.
 */
export const bundleWorkflows = () =>
  bundleWorkflowCode({
    workflowsPath: join(__dirname, '..', 'workflows'),
    workflowInterceptorModules: [join(__dirname, '..', 'workflows', 'tracing')],
    failureConverterPath: require.resolve('./failures'),
    webpackConfigHook: (config) => ({ ...config, devtool: 'inline-nosources-source-map' }),
    logger: new DefaultLogger('WARN'),
  });
