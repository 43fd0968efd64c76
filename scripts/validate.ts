/**
 * `npm run validate`: the published and measured cases, docs/validation.md. `npm run validate -- reduced`: the
 * reduced-order models, docs/validation-reduced.md. `npm run validate -- openfoam [DIR]`: rooms compared with OpenFOAM,
 * docs/validation-openfoam.md; with DIR its cases are written there, and solved where OpenFOAM is installed.
 * `--site FILE` writes a site of your own instead, on cells of `--cell` metres.
 */
import { parseArgs } from 'node:util';

const USAGE = `Usage: npm run validate [-- --pod2-trace FILE]
       npm run validate -- reduced
       npm run validate -- openfoam [DIR [--site FILE [--cell METRES]]]
`;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'pod2-trace': { type: 'string' },
        site: { type: 'string' },
        cell: { type: 'string', default: '0.1' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}`);
    process.exit(2);
  }
}

const { values, positionals } = readArguments();
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}

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
  case 'openfoam': {
    const { runOpenFoam } = await import('./validation/openfoam/main');
    try {
      runOpenFoam({
        folder: positionals[1] ?? null,
        siteFile: values.site ?? null,
        cellMetres: Number(values.cell),
      });
    } catch (error) {
      process.stderr.write(`${(error as Error).message}\n`);
      process.exitCode = 1;
    }
    break;
  }
  default:
    process.stderr.write(
      `There is no validation '${positionals[0]}'; there are 'reduced' and 'openfoam', and all others without a name.\n`,
    );
    process.exitCode = 2;
}
