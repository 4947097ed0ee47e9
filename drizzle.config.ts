import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./db/schema.ts', './db/schema/*.ts', './accounts/schema.ts'],
  out: './db/migrations',
});
