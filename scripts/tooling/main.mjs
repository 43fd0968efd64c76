import { ensureInstalled } from './install.mjs';

/** Body of every wrapper: install what is missing, do the work, leave with its status. */
export async function main(work) {
  try {
    await ensureInstalled();
    process.exitCode = await work(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
