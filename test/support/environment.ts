/** Reads a variable that jest's global setup sets for the project `system`. */
export function fromSetup(
  variable: 'TEST_DATABASE_URL' | 'TEST_TEMPORAL_ADDRESS' | 'TEST_TIME_SKIPPING_SERVER' | 'TEST_WORKFLOW_BUNDLE'
): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: is this test in jest's project "system"?`);
  return value;
}
