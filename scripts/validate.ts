/**
 * `npm run validate`: the published and measured cases, docs/validation.md. `npm run validate -- reduced`: the
 * reduced-order models, docs/validation-reduced.md.
 */
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'pod2-trace': { type: 'string' } },
});

switch (positionals[0]) {
  case undefined: {
    const { runWhole } = await import('./validation/whole');
    runWhole(values['pod2-trace'] ?? null);
    break;
  }
  case 'reduced': {
    const { runReduced } = await import('./validation/reduced');
    runReduced();
    break;
  }
  default:
    process.stderr.write(
      `There is no validation '${positionals[0]}'; there is 'reduced', and all others without a name.\n`,
    );
    process.exitCode = 2;
}
