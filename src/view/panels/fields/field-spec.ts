import type { PathKey } from '../../../site/json-path';

interface FieldBase<E, T> {
  /** Key of the label in the texts, and of the coalescing of rapid edits. */
  id: string;
  /** Label of its own, for fields that come in numbers; `field.<id>` where absent. */
  label?: { id: string; values: Record<string, number> };
  /** The field shows only where this holds. */
  when?(entity: E): boolean;
  read(entity: E): T;
  write(entity: E, value: T): E;
}

export interface NumberField<E> extends FieldBase<E, number | null> {
  kind: 'number';
  /** Unit shown after the number; '' for counts and ratios. */
  unit: string;
  /** What is shown is the stored value times this (100 for a share shown in %). */
  scale?: number;
  /** Step of the arrow keys, in the unit shown. */
  step: number;
  min?: number;
  max?: number;
  /** True: may be emptied, which stores null. */
  optional?: boolean;
  decimals?: number;
}

export interface TextField<E> extends FieldBase<E, string> {
  kind: 'text';
  multiline?: boolean;
  maxLength: number;
}

export interface ChoiceField<E> extends FieldBase<E, string> {
  kind: 'choice';
  /** Values; their texts are `choice.<id>.<value>` unless `optionLabel` names them. */
  options: readonly string[];
  optionLabel?(value: string): string;
}

export interface SwitchField<E> extends FieldBase<E, boolean> {
  kind: 'switch';
}

/** One field of the inspector: how it is read from an entity and written back, as values only. */
export type FieldSpec<E> = NumberField<E> | TextField<E> | ChoiceField<E> | SwitchField<E>;

export interface FieldSection<E> {
  id: string;
  fields: readonly FieldSpec<E>[];
}

/** Value at a path of plain keys. */
function get(target: unknown, keys: readonly PathKey[]): unknown {
  return keys.reduce<unknown>((value, key) => (value as Record<PathKey, unknown> | undefined)?.[key], target);
}

/** A copy of `target` with the value set; undefined takes the key away. */
function set<T>(target: T, keys: readonly PathKey[], value: unknown): T {
  const [key, ...rest] = keys;
  const copy = (Array.isArray(target) ? [...target] : { ...(target as object) }) as Record<PathKey, unknown>;
  const next = rest.length === 0 ? value : set(copy[key!] ?? {}, rest, value);
  if (next === undefined) delete copy[key!];
  else copy[key!] = next;
  return copy as T;
}

type NumberOptions<E> = Omit<NumberField<E>, 'kind' | 'id' | 'read' | 'write'> & { path: readonly PathKey[] };

/** A number kept at a path of the entity. An emptied optional one takes its key away. */
export function numberAt<E>(id: string, { path, ...options }: NumberOptions<E>): NumberField<E> {
  return {
    kind: 'number',
    id,
    read: (entity) => (get(entity, path) as number | undefined) ?? null,
    write: (entity, value) => set(entity, path, value ?? undefined),
    ...options,
  };
}

export function choiceAt<E>(
  id: string,
  path: readonly PathKey[],
  options: readonly string[],
  extra: Partial<Pick<ChoiceField<E>, 'when' | 'optionLabel'>> = {},
): ChoiceField<E> {
  return {
    kind: 'choice',
    id,
    options,
    read: (entity) => String(get(entity, path) ?? ''),
    write: (entity, value) => set(entity, path, value),
    ...extra,
  };
}

export function switchAt<E>(
  id: string,
  path: readonly PathKey[],
  extra: Partial<Pick<SwitchField<E>, 'when'>> = {},
): SwitchField<E> {
  return {
    kind: 'switch',
    id,
    read: (entity) => get(entity, path) === true,
    write: (entity, value) => set(entity, path, value),
    ...extra,
  };
}

/** A text kept at a path; an emptied optional one takes its key away. */
export function textAt<E>(
  id: string,
  path: readonly PathKey[],
  options: { maxLength: number; multiline?: boolean; optional?: boolean },
): TextField<E> {
  return {
    kind: 'text',
    id,
    maxLength: options.maxLength,
    multiline: options.multiline,
    read: (entity) => (get(entity, path) as string | undefined) ?? '',
    write: (entity, value) => set(entity, path, value === '' && options.optional ? undefined : value),
  };
}
