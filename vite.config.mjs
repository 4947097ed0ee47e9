import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The pages. Nothing stands inline in the document, so that its content-security policy can be strict. */
export default defineConfig({
  root: join(import.meta.dirname, 'web'),
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // All styles come with the first page: those of a page that is loaded later would not be waited for.
    cssCodeSplit: false,
    target: 'es2022',
    rolldownOptions: {
      // Libraries mark what runs in a browser; here all of it does.
      onwarn(warning, tell) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') tell(warning);
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/v1': process.env.API ?? 'http://127.0.0.1:3000' } },
});
