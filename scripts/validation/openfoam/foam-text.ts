/** The text of OpenFOAM's files: a header, then entries. */
export function foamFile(foamClass: string, location: string, object: string, body: string): string {
  return `FoamFile
{
    version 2.0;
    format ascii;
    class ${foamClass};
    location "${location}";
    object ${object};
}

${body}
`;
}

/** Twelve digits: the flows of inlets and outlets must balance to one part in 1e8, else the solver refuses them. */
export const digits = (value: number): string => Number(value.toPrecision(12)).toString();

export const vectorText = (vector: readonly number[]): string => `(${vector.map(digits).join(' ')})`;

export const scalarList = (values: readonly number[]): string =>
  `nonuniform List<scalar> ${values.length}\n(\n${values.map(digits).join('\n')}\n)`;

export const vectorList = (vectors: readonly (readonly number[])[]): string =>
  `nonuniform List<vector> ${vectors.length}\n(\n${vectors.map(vectorText).join('\n')}\n)`;

/** A list with its length before it, as meshes and sets hold them. */
export const plainList = (items: readonly (string | number)[]): string => `${items.length}\n(\n${items.join('\n')}\n)`;

/** A named block of entries, indented. */
export const block = (name: string, entries: readonly string[]): string =>
  `${name}\n{\n${entries.map((entry) => entry.replace(/^(?=.)/gm, '    ')).join('\n')}\n}`;
