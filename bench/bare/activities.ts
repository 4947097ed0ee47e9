import type { Sql } from 'postgres';

export const createBareActivities = (sql: Sql) => ({
  /** Once, however often a task of the workflow is tried. */
  async writeRow(id: string, number: number, input: unknown): Promise<void> {
    await sql`
      insert into bare_acts (id, number, input) values (${id}, ${number}, ${JSON.stringify(input)}::jsonb)
      on conflict do nothing`;
  },
});
