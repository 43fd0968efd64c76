import { hasErrors, type Issue } from '../issue';
import { formatPath } from '../json-path';
import { findSyntaxFault } from '../json-syntax';
import { spoken } from '../phrase';
import type { Site } from '../schema/site';
import { checkScenario } from './check';
import { FAILURE_KINDS } from './events';
import { type Scenario, scenarioSchema } from './scenario';

export interface ParsedScenario {
  /** Null when there is any error. */
  scenario: Scenario | null;
  issues: Issue[];
}

/** Reads a scenario from the text of a file and holds it against its site. */
export function parseScenario(text: string, site: Site): ParsedScenario {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    const fault = findSyntaxFault(text);
    const place = fault === null ? '' : ` at line ${fault.line}, column ${fault.column}: ${spoken(fault.reason)}`;
    return refused([
      {
        severity: 'error',
        code: 'not-json',
        path: '',
        message: `The scenario is not JSON${place}.`,
        remedy: 'Correct it there.',
      },
    ]);
  }
  return readScenario(document, site);
}

/** Reads a scenario from a value that came out of JSON. */
export function readScenario(document: unknown, site: Site): ParsedScenario {
  const parsed = scenarioSchema.safeParse(document);
  if (!parsed.success) return refused(parsed.error.issues.map(fieldIssue));
  const issues = checkScenario(parsed.data, site);
  return { scenario: hasErrors(issues) ? null : parsed.data, issues };
}

function refused(issues: Issue[]): ParsedScenario {
  return { scenario: null, issues };
}

function fieldIssue(fault: { code: string; path: PropertyKey[]; message: string; note?: unknown }): Issue {
  const path = formatPath(fault.path);
  const isKind = fault.path[fault.path.length - 1] === 'kind';
  return {
    severity: 'error',
    code: isKind ? 'unknown-event' : 'wrong-field',
    path,
    message: isKind ? 'There is no event of this kind.' : `${fault.message}.`,
    remedy: isKind ? `Kinds of events: ${FAILURE_KINDS.join(', ')}.` : 'See public/schema/scenario.schema.json.',
  };
}
