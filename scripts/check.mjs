/**
 * `npm run check`: all that continuous integration runs. Types, lint and format, then every test on the built app.
 * Last line: 'N passed, N failed'; a failed step before the tests counts as one failure.
 */
import { main } from './tooling/main.mjs';
import { runTool } from './tooling/spawn.mjs';
import { runAllTests } from './tooling/tests.mjs';

await main(async () => {
  let failedSteps = 0;
  const step = async (name, work) => {
    process.stdout.write(`== ${name}\n`);
    const status = await work();
    if (status !== 0) {
      process.stdout.write(`== ${name} failed (status ${status})\n`);
      failedSteps += 1;
    }
  };
  await step('types', () => runTool('typescript', 'tsc', ['-p', '.']));
  await step('lint and format', () => runTool('@biomejs/biome', 'biome', ['ci', '.']));
  process.stdout.write('== tests\n');
  const { passed, failed } = await runAllTests();
  process.stdout.write(`${passed} passed, ${failed + failedSteps} failed\n`);
  return failed + failedSteps === 0 ? 0 : 1;
});
