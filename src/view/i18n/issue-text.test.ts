import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testSite } from '../../site/test-site';
import { validateSite } from '../../site/validate/validate';
import { issueText } from './issue-text';
import chinese from './zh/issues.json';

const folder = 'src/site/validate/';

/** English templates of the rules, read from their source: tagged templates, and whole sentences in quotes. */
function templatesOfRules(): string[] {
  const found = new Set<string>();
  for (const name of readdirSync(folder).filter((file) => /(?<!\.test)\.ts$/.test(file))) {
    const text = readFileSync(folder + name, 'utf8');
    for (const [, body] of text.matchAll(/phrase`([^`]*)`/g)) found.add(numbered(body!));
    for (const [, sentence] of text.matchAll(/'([A-Z][^'\n]* [^'\n]*\.)'/g)) found.add(sentence!);
  }
  return [...found];
}

/** `${...}` as `{{n}}`; braces inside are matched. */
function numbered(body: string): string {
  let out = '';
  let slots = 0;
  for (let i = 0; i < body.length; ) {
    if (!body.startsWith('${', i)) {
      out += body[i++];
      continue;
    }
    let depth = 1;
    for (i += 2; depth > 0 && i < body.length; i++) depth += body[i] === '{' ? 1 : body[i] === '}' ? -1 : 0;
    out += `{{${slots++}}}`;
  }
  return out;
}

describe('issues in Chinese', () => {
  it('have a wording for every sentence of every rule, with the same parts', () => {
    const templates = templatesOfRules();
    expect(templates.length).toBeGreaterThan(110);
    const wordings: Record<string, string> = chinese;
    expect(templates.filter((template) => wordings[template] === undefined)).toEqual([]);
    const slots = (text: string) => (text.match(/\{\{\d+\}\}/g) ?? []).sort().join();
    expect(Object.entries(wordings).filter(([english, wording]) => slots(english) !== slots(wording))).toEqual([]);
    expect(Object.keys(wordings).filter((english) => !templates.includes(english))).toEqual([]);
  });

  it('say the numbers and names of the site, and English stays as it was', () => {
    const site = testSite();
    const [first] = validateSite({
      ...site,
      racks: site.racks.map((rack) => ({ ...rack, position: { x: 5.9, y: 3 } })),
    });
    expect(issueText(first!, 'zh').message).toMatch(
      /^Rack A1 在房间之外：沿 x 位于 5\.6 m 至 6\.2 m，房间为 0 至 6 m。$/,
    );
    expect(issueText(first!, 'en').message).toBe(first!.message);
    expect(first!.message).toMatch(
      /^Rack A1 is outside the room: along x it lies at 5\.6 m to 6\.2 m, the room from 0 to 6 m\.$/,
    );
  });
});
