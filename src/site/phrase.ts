/** A sentence apart from what it fills in, so that it can be said in another language: `{{0}} overlaps {{1}}.` */
export interface Phrase {
  readonly template: string;
  readonly values: readonly (string | Phrase)[];
}

/** English words: a sentence with nothing to fill in, or one with its parts. */
export type Words = string | Phrase;

/** Template tag: keeps the parts of an English sentence. */
export function phrase(strings: TemplateStringsArray, ...values: readonly (Words | number)[]): Phrase {
  return {
    template: strings.reduce((text, part, n) => `${text}{{${n - 1}}}${part}`),
    values: values.map((value) => (typeof value === 'number' ? String(value) : value)),
  };
}

export function phraseOf(words: Words): Phrase {
  return typeof words === 'string' ? { template: words, values: [] } : words;
}

/** The sentence in the language whose wording of a template `wordingOf` gives; English where it has none. */
export function spoken(words: Words, wordingOf: (template: string) => string | undefined = () => undefined): string {
  const { template, values } = phraseOf(words);
  return (wordingOf(template) ?? template).replace(/\{\{(\d+)\}\}/g, (slot, place: string) => {
    const value = values[Number(place)];
    if (value === undefined) return slot;
    return typeof value === 'string' ? value : spoken(value, wordingOf);
  });
}
