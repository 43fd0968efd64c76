import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSite } from '../../site/parse';
import { testSite } from '../../site/test-site';
import { validateSite } from '../../site/validate/validate';
import { issueText } from './issue-text';
import chinese from './zh/issues.json';

const folder = 'src/site/validate/';
/** What reads a file before the rules see it. */
const readers = [
  ...['issue', 'parse', 'json-syntax', 'schema-issues'],
  ...['epw', 'epw-fields', 'hour-sequence', 'fill-gaps', 'carbon-csv'].map((name) => `weather/${name}`),
].map((name) => `src/site/${name}.ts`);
/** What the readers fill into their sentences, and one sentence of theirs that begins small. */
const parts = [
  ...['a number', 'a text', 'true or false', 'a list', 'an object', 'characters', 'entries'],
  ...['at most', 'at least', 'less than', 'more than'],
  'a text in quotes is not closed or has a forbidden character',
];

/** English templates of the rules, read from their source: tagged templates, and whole sentences in quotes. */
function templatesOfRules(): string[] {
  const found = new Set<string>();
  const files = readdirSync(folder).filter((file) => /(?<!\.test)\.ts$/.test(file));
  for (const name of [...files.map((file) => folder + file), ...readers]) {
    const text = readFileSync(name, 'utf8');
    for (const [, body] of text.matchAll(/phrase`([^`]*)`/g)) found.add(numbered(body!));
    for (const [, sentence] of text.matchAll(/'([A-Z][^'\n]* [^'\n]*\.)'/g)) found.add(sentence!);
  }
  return [...found, ...parts];
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

  it('of a file that cannot be read are in Chinese too, and name the place', () => {
    const text = (document: string) => parseSite(document).issues.map((issue) => issueText(issue, 'zh').message);
    expect(text('{"a": 1,}')).toEqual(['该文件在第 1 行第 9 列不符合 JSON：此处应为双引号括起的键，而不是 "}"。']);
    expect(text('{"format": "isotherm-site", "version": 99}')[0]).toMatch(/版本为 99/);
    const site = testSite();
    const wrong = JSON.stringify({ ...site, room: { ...site.room, width: '60 cm' } });
    const [issue] = parseSite(wrong).issues;
    expect(issueText(issue!, 'zh')).toEqual({
      message: '文本 "60 cm" 所在处应为数字。',
      remedy: '请写 0.6，不加引号；单位为 m。',
    });
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
