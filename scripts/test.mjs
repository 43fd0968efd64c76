/** `npm test`: unit, property and validation tests, then the browser tests. Last line: 'N passed, N failed'. */
import { main } from './tooling/main.mjs';
import { runAllTests } from './tooling/tests.mjs';

await main(async () => {
  const { passed, failed } = await runAllTests();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
