import type { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { searchAttributes } from '../workflows/searchAttributes';

const { IndexedValueType } = temporal.api.enums.v1;
const types = {
  KEYWORD: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  DATETIME: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  BOOL: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
} as const;

const ofCases = Object.values(searchAttributes);

/**
 * Makes the server know the attributes of cases, before any worker starts: one that it does not know would stop every
 * case that sets it. Those that it knows already are left alone.
 */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = ofCases.filter(({ name }) => !(name in customAttributes));
  if (missing.length > 0) await addSearchAttributes(connection, namespace, missing);
}

/** Registers attributes on a server that does not know them yet. */
export async function addSearchAttributes(connection: Connection, namespace: string, added = ofCases): Promise<void> {
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(added.map(({ name, type }) => [name, types[type]])),
  });
}
