import { rename, writeFile } from 'node:fs/promises';

/** Writes a file so that whoever reads it meanwhile, or after the power went, finds it as it was or as it is, never half. */
export async function writeWhole(file: string, content: string): Promise<void> {
  const beside = `${file}.new`;
  await writeFile(beside, content);
  await rename(beside, file);
}
