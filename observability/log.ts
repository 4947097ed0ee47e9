import { createHash } from 'node:crypto';
import { DrizzleQueryError } from 'drizzle-orm';
import { destination, pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import { CASE_CODES } from '../domain/caseCode';

/**
 * One line of JSON for each message. A failed query is told by its cause alone: its parameters are what people wrote, and
 * what PostgreSQL adds in `detail` repeats them. No line holds the code of a case, whoever wrote it: whoever reads one may
 * track that case.
 */
export const createLog = (level: string, to: DestinationStream = destination()): Logger =>
  pino({ level, serializers: { err: tellable }, hooks: { streamWrite: withoutCodes } }, to);

/** Instead of each code a name from which nobody gets it back, the same in all lines about a case. */
const withoutCodes = (line: string): string =>
  line.replaceAll(CASE_CODES, (code) => `case:${createHash('sha256').update(code).digest('hex').slice(0, 12)}`);

function tellable(error: unknown): unknown {
  const failedQuery = queryWithin(error);
  if (failedQuery === null) return error instanceof Error ? withoutRows(stdSerializers.err(error)) : error;
  const { query, cause } = failedQuery;
  return {
    type: failedQuery.name,
    query,
    cause: cause instanceof Error ? withoutRows(stdSerializers.err(cause)) : null,
  };
}

/** The failed query that an error stands for or comes from; null where it has nothing to do with one. */
function queryWithin(error: unknown): DrizzleQueryError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof DrizzleQueryError) return cause;
  return null;
}

const withoutRows = ({
  detail: _detail,
  parameters: _parameters,
  where: _where,
  args: _args,
  ...told
}: Record<string, unknown>) => told;
