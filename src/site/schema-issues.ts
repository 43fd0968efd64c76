import type { z } from 'zod';
import { closestWord } from './closest-word';
import { unitOfKey } from './field-unit';
import { type Issue, makeIssue } from './issue';
import { formatPath, valueAt } from './json-path';
import { phrase, phraseOf, type Words } from './phrase';
import { allowedValues, fieldDescription, knownKeys } from './schema-fields';
import { readQuantity } from './written-quantity';

type FieldFault = z.core.$ZodIssue;

/** What zod found, as issues that say what stands there and what to write instead. `input` is the document it read. */
export function schemaIssues(faults: readonly FieldFault[], input: unknown): Issue[] {
  return faults.flatMap((fault) => {
    if (fault.code === 'unrecognized_keys') return fault.keys.map((key) => unknownKey(fault.path, key));
    const value = valueAt(input, fault.path);
    if (value === undefined) return [missing(fault.path)];
    return [fieldIssue(fault, value)];
  });
}

function issue(code: string, keys: readonly PropertyKey[], message: Words, remedy: Words): Issue {
  return makeIssue('error', code, formatPath(keys), message, remedy);
}

function unknownKey(keys: readonly PropertyKey[], key: string): Issue {
  const known = knownKeys(keys);
  const near = closestWord(key, known);
  return issue(
    'unknown-key',
    [...keys, key],
    phrase`There is no field ${JSON.stringify(key)} here.`,
    near === null
      ? phrase`Delete it. Known fields: ${known.join(', ')}.`
      : phrase`Did you mean ${JSON.stringify(near)}?`,
  );
}

function missing(keys: readonly PropertyKey[]): Issue {
  const choices = allowedValues(keys);
  return issue(
    'missing-field',
    keys,
    phrase`The field ${formatPath(keys.slice(-1))} is missing.`,
    choices.length > 0 ? phrase`Add it. It is one of: ${listed(choices)}.` : phrase`Add it.${described(keys)}`,
  );
}

function fieldIssue(fault: FieldFault, value: unknown): Issue {
  const keys = fault.path;
  const shown = showValue(value);
  switch (fault.code) {
    case 'invalid_type':
      if (fault.expected === 'number' && typeof value === 'string') return textForNumber(keys, value);
      if (fault.expected === 'int')
        return issue(
          'not-whole',
          keys,
          phrase`${shown} is not a whole number.`,
          phrase`Write a whole number.${described(keys)}`,
        );
      return issue(
        'wrong-type',
        keys,
        phrase`${shown} stands where ${typeName(fault.expected)} is wanted.`,
        phrase`Write ${typeName(fault.expected)}.${described(keys)}`,
      );
    case 'too_big':
    case 'too_small':
      return outOfRange(fault, keys, value);
    case 'invalid_format':
      return issue(
        'wrong-format',
        keys,
        phrase`${shown} is not allowed here.`,
        phrase`${sentence(fault.message)}${described(keys)}`,
      );
    default:
      return unknownChoice(keys, value, fault.message);
  }
}

function textForNumber(keys: readonly PropertyKey[], text: string): Issue {
  const message = phrase`The text ${showValue(text)} stands where a number is wanted.`;
  const quantity = readQuantity(text);
  const unit = unitOfKey(keys);
  if (quantity === null)
    return issue(
      'text-for-number',
      keys,
      message,
      unit === null ? 'Write a number without quotes.' : phrase`Write a number without quotes, in ${unit}.`,
    );
  if (quantity.unit !== '' && unit !== null && quantity.unit !== unit) {
    return issue(
      'wrong-unit',
      keys,
      message,
      phrase`This field is in ${unit}, and ${showValue(text)} is in ${quantity.unit}: write a number in ${unit}.`,
    );
  }
  return issue(
    'text-for-number',
    keys,
    message,
    unit === null
      ? phrase`Write ${quantity.value}, without quotes.`
      : phrase`Write ${quantity.value}, without quotes; the unit is ${unit}.`,
  );
}

function outOfRange(
  fault: Extract<FieldFault, { code: 'too_big' | 'too_small' }>,
  keys: readonly PropertyKey[],
  value: unknown,
): Issue {
  const big = fault.code === 'too_big';
  const limit = big ? fault.maximum : fault.minimum;
  if (typeof value !== 'number') {
    const size = (value as { length?: number }).length ?? 0;
    const what = phraseOf(typeof value === 'string' ? 'characters' : 'entries');
    return issue(
      'out-of-range',
      keys,
      phrase`It has ${size} ${what}; ${phraseOf(big ? 'at most' : 'at least')} ${String(limit)} are allowed.`,
      phrase`${phraseOf(big ? 'Shorten it.' : 'Lengthen it.')}${described(keys)}`,
    );
  }
  const bound = phraseOf(fault.inclusive === false ? (big ? 'less than' : 'more than') : big ? 'at most' : 'at least');
  const message = phrase`${value} is out of range: it must be ${bound} ${String(limit)}.`;
  const hint = big ? unitHint(keys, value, Number(limit)) : null;
  return issue('out-of-range', keys, message, hint ?? phrase`Write a value within the range.${described(keys)}`);
}

/** A number that is too big, but right in another unit that people use for this quantity. */
function unitHint(keys: readonly PropertyKey[], value: number, limit: number): Words | null {
  const unit = unitOfKey(keys);
  if (unit === 'm' && value >= 100)
    return phrase`Lengths are in metres: ${value} looks like millimetres, write ${value / 1000}.`;
  if (unit === '°C' && value > 200 && value < 430) {
    return phrase`Temperatures are in °C: ${value} looks like kelvin, write ${Number((value - 273.15).toFixed(2))}.`;
  }
  if (limit === 1 && value <= 100)
    return phrase`Shares run from 0 to 1: ${value} looks like a percentage, write ${value / 100}.`;
  return null;
}

function unknownChoice(keys: readonly PropertyKey[], value: unknown, fallback: string): Issue {
  const choices = allowedValues(keys);
  if (choices.length === 0)
    return issue(
      'wrong-value',
      keys,
      phrase`${showValue(value)} is not allowed here.`,
      phrase`${sentence(fallback)}${described(keys)}`,
    );
  const near = typeof value === 'string' ? closestWord(value, choices.map(String)) : null;
  const message = phrase`${showValue(value)} is not one of ${listed(choices)}.`;
  return issue(
    'unknown-choice',
    keys,
    message,
    near === null ? phrase`Write one of them.${described(keys)}` : phrase`Did you mean ${JSON.stringify(near)}?`,
  );
}

/** What the schema says of a field, in English: a sentence of its own, after a space. */
function described(keys: readonly PropertyKey[]): Words {
  const description = fieldDescription(keys);
  return description === null ? '' : phrase` ${sentence(description)}`;
}

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

function listed(choices: readonly unknown[]): string {
  return choices.map((choice) => JSON.stringify(choice)).join(', ');
}

function typeName(expected: string): Words {
  const names: Record<string, string> = {
    number: 'a number',
    string: 'a text',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    tuple: 'a list',
  };
  return phraseOf(names[expected] ?? expected);
}

/** The value as the user wrote it, cut short. */
function showValue(value: unknown): string {
  if (Array.isArray(value)) return 'A list';
  if (typeof value === 'object' && value !== null) return 'An object';
  // JSON has no word for these.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
