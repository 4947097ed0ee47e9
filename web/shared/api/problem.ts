import type { Problem } from './types';

/** The refusal that a failed request was answered with; null where the service did not answer, or not as itself. */
export const problemOf = (error: unknown): Problem | null => (isProblem(error) ? error : null);

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'type' in error && 'status' in error && 'title' in error;

/** The data of an answer. Throws what the service refused with, as queries and mutations do. */
export async function dataOf<Data>(answer: Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
  const { data, error } = await answer;
  if (error !== undefined) throw error;
  return data as Data;
}
