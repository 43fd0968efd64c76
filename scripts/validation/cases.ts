import type { CaseResult, Figure } from '../../src/validation/case';
import { type BackendResult, caseText, type SummaryLine } from '../../src/validation/case-text';
import { validationCases } from '../../src/validation/cases';
import { englishText } from '../../src/validation/words';

export interface CasesPart {
  text: string;
  figures: Figure[];
  summary: SummaryLine[];
}

/** WebAssembly first: it is what the app and the command line run. */
const backends = [
  { backend: 'wasm', name: 'simulated' },
  { backend: 'reference', name: 'double precision' },
] as const;

/** All cases at full size on both back ends. */
export function runCases(figureFolder: string): CasesPart {
  const part: CasesPart = { text: '', figures: [], summary: [] };
  const texts = validationCases.map(({ id, run }) => {
    const results = backends.map(({ backend, name }): BackendResult => {
      const startedAt = performance.now();
      const result: CaseResult = run({ quick: false, backend });
      process.stderr.write(`${id}, ${backend}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
      return { name, result };
    });
    part.figures.push(...results[0]!.result.figures);
    part.summary.push({
      title: englishText({ key: `case.${id}.title` }),
      rows: results.flatMap(({ result }) => result.rows),
    });
    return caseText(id, results, figureFolder);
  });
  part.text = texts.join('\n\n');
  return part;
}
