import { phrase, type Words } from './phrase';

/** Where a text stops being JSON. */
export interface SyntaxFault {
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  reason: Words;
}

const whitespace = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters inside a text
const stringToken = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordToken = /true|false|null/y;

/** What the reader may meet next. */
type Expectation = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end';

/**
 * Finds the first fault of a text that JSON.parse refused. Browsers word and place that error each in their own way,
 * and some give no place at all. Null when the text is JSON.
 */
export function findSyntaxFault(text: string): SyntaxFault | null {
  const open: ('{' | '[')[] = [];
  let expectation: Expectation = 'value';
  let at = 0;
  const match = (token: RegExp): boolean => {
    token.lastIndex = at;
    if (!token.test(text)) return false;
    at = token.lastIndex;
    return true;
  };
  const fault = (reason: Words): SyntaxFault => ({ ...placeOf(text, at), reason });

  for (;;) {
    match(whitespace);
    const character = text[at];
    if (character === undefined) {
      return open.length === 0 && expectation === 'comma or end'
        ? null
        : fault(phrase`the text ends where a ${wanted(expectation, open)} should follow`);
    }
    if (open.length === 0 && expectation === 'comma or end')
      return fault(phrase`${quoted(character)} follows after the end`);
    const closes = character === '}' ? '{' : '[';
    if (
      (character === '}' && (expectation === 'key or }' || expectation === 'comma or end')) ||
      (character === ']' && (expectation === 'value or ]' || expectation === 'comma or end'))
    ) {
      if (open.at(-1) !== closes) return fault(phrase`${quoted(character)} closes what was not opened so`);
      open.pop();
      at += 1;
      expectation = 'comma or end';
    } else if (expectation === 'comma or end') {
      if (character !== ',') return fault(phrase`a comma is missing before ${quoted(character)}`);
      at += 1;
      expectation = open.at(-1) === '{' ? 'key' : 'value';
    } else if (expectation === 'colon') {
      if (character !== ':') return fault(phrase`a colon is missing before ${quoted(character)}`);
      at += 1;
      expectation = 'value';
    } else if (expectation === 'key' || expectation === 'key or }') {
      if (!match(stringToken)) return fault(phrase`a key in double quotes is wanted, not ${quoted(character)}`);
      expectation = 'colon';
    } else if (character === '{' || character === '[') {
      open.push(character);
      at += 1;
      expectation = character === '{' ? 'key or }' : 'value or ]';
    } else {
      if (!match(stringToken) && !match(numberToken) && !match(wordToken)) {
        return fault(
          character === '"'
            ? 'a text in quotes is not closed or has a forbidden character'
            : phrase`a value is wanted, not ${quoted(character)}`,
        );
      }
      expectation = 'comma or end';
    }
  }
}

function wanted(expectation: Expectation, open: readonly string[]): string {
  if (expectation === 'comma or end') return open.at(-1) === '{' ? 'comma or }' : 'comma or ]';
  return expectation;
}

function quoted(character: string): string {
  return JSON.stringify(character);
}

function placeOf(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) {
    line += 1;
    lineStart = end + 1;
  }
  return { line, column: at - lineStart + 1 };
}
