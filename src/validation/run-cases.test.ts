import { describe, expect, it } from 'vitest';
import { validationCases } from './cases';
import type { FromValidation } from './protocol';
import { runCases } from './run-cases';
import { VALIDATION_WORDS } from './words';

function told(caseIds: readonly string[]): FromValidation[] {
  const messages: FromValidation[] = [];
  let clock = 0;
  runCases(
    caseIds,
    (message) => messages.push(message),
    () => (clock += 500),
  );
  return messages;
}

describe('the worker of the validation page', () => {
  it('tells progress, result with seconds, and the end', () => {
    const messages = told(['tile-law']);
    expect(messages.map(({ kind }) => kind)).toEqual(['progress', 'progress', 'result', 'done']);
    expect(messages[2]).toMatchObject({ caseId: 'tile-law', seconds: 0.5 });
  });

  it('tells of an unknown case and goes on with the next', () => {
    const messages = told(['no-such-case', 'tile-law']);
    expect(messages[1]).toEqual({
      kind: 'failure',
      caseId: 'no-such-case',
      message: "There is no validation case 'no-such-case'.",
    });
    expect(messages.at(-2)).toMatchObject({ kind: 'result', caseId: 'tile-law' });
  });

  it('sends only what can be sent to another thread', () => {
    const messages = told(['tile-law']);
    expect(structuredClone(messages)).toEqual(messages);
  });

  it('has words for every case, in the order of the cases', () => {
    expect(Object.keys(VALIDATION_WORDS.case)).toEqual(validationCases.map(({ id }) => id));
  });
});
