import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;
/** A transaction, or the database itself. */
export type Executor = Pick<
  Database,
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute' | '$count'
>;

export interface OpenDatabase {
  readonly db: Database;
  readonly sql: postgres.Sql;
  readonly close: () => Promise<void>;
}

/** A statement that is built once for each database: building one takes longer than PostgreSQL takes to answer it. */
export function builtOnce<Statement>(build: (db: Database) => Statement): (db: Database) => Statement {
  const statements = new WeakMap<Database, Statement>();
  return (db) => {
    const known = statements.get(db);
    if (known !== undefined) return known;
    const statement = build(db);
    statements.set(db, statement);
    return statement;
  };
}

interface Settings {
  /** Connections. */
  readonly max?: number;
  /** Seconds after which a statement is given up; 0 where each may take the time that it needs. */
  readonly statementSeconds?: number;
  /**
   * Whether PostgreSQL may keep one plan of a statement for all values. It spares what asks for rows by their keys alone a
   * quarter of PostgreSQL's time; searches and lists it would slow down, since their values differ too much.
   */
  readonly keepPlans?: boolean;
}

/**
 * Opens a pool of connections. They are made when first used, and again after an outage.
 * @throws Error where the address is none, without what it was: it has a password in it.
 */
export function openDatabase(
  url: string,
  { max = 10, statementSeconds = 0, keepPlans = false }: Settings = {}
): OpenDatabase {
  if (!URL.canParse(url))
    throw new Error('the address of the database is none; signs of a password such as / stand there percent-encoded');
  const sql = preparing(
    postgres(url, {
      max,
      onnotice: () => undefined,
      connection: {
        TimeZone: 'UTC',
        statement_timeout: statementSeconds * 1_000,
        // A process that was paused in the middle of a transaction would keep its locks for as long.
        idle_in_transaction_session_timeout: 60_000,
        plan_cache_mode: keepPlans ? 'auto' : 'force_custom_plan',
        // Rows that an index names stay told apart also where they are hundreds of thousands.
        work_mem: '32MB',
        // Whoever looks at some rows of a table meets its first ones, which are in memory, and not those where another ended.
        synchronize_seqscans: 'off',
        // A second process takes longer to start than most questions take to answer.
        parallel_setup_cost: '10000',
      },
    })
  );
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * Has each connection prepare what drizzle sends through `unsafe` once. Without that every statement takes two round
 * trips, and none can leave before the one ahead of it is answered.
 */
function preparing<Client extends postgres.ISql>(client: Client): Client {
  const unsafe = client.unsafe.bind(client);
  client.unsafe = (query, parameters, options) => unsafe(query, parameters, { ...options, prepare: true });
  if (isPool(client)) {
    const begin = client.begin.bind(client);
    client.begin = ((...given: [string, Work] | [Work]) => {
      const work = given.at(-1) as Work;
      const within: Work = (tx) => work(preparing(tx));
      return typeof given[0] === 'string' ? begin(given[0], within) : begin(within);
    }) as typeof begin;
  }
  return client;
}

type Work = (tx: postgres.TransactionSql) => unknown;

const isPool = (client: postgres.ISql): client is postgres.Sql => 'begin' in client;
