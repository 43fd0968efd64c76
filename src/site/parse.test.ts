import { expect, it } from 'vitest';
import { LONGEST_TEXT, parseSite, readSite } from './parse';
import type { SiteInput } from './schema/site';
import { testSite, testSiteInput } from './test-site';

function refusal(document: unknown): { code: string; path: string; text: string } {
  const { site, issues } = readSite(document);
  expect(site).toBeNull();
  const { code, path, message, remedy } = issues[0]!;
  return { code, path, text: `${message} ${remedy}` };
}

/** A document that tests may break in any way. */
// biome-ignore lint/suspicious/noExplicitAny: broken input has no type
type Document = any;

function changed(change: (site: Document) => void): unknown {
  const input: unknown = JSON.parse(JSON.stringify(testSiteInput()));
  change(input);
  return input;
}

it('a sound file is read with its defaults filled in, with or without a byte order mark', () => {
  const text = JSON.stringify(testSiteInput());
  expect(parseSite(text)).toEqual({ site: testSite(), issues: [] });
  expect(parseSite(`\uFEFF${text}`).site).toEqual(testSite());
});

it('a text that is not JSON is placed by line and column', () => {
  const { site, issues } = parseSite('{\n  "format": "isotherm-site",\n  "version": 1,\n}');
  expect(site).toBeNull();
  expect(issues[0]).toMatchObject({ code: 'not-json', path: '' });
  expect(issues[0]!.message).toContain('line 4, column 1');
});

it('10 MB of garbage is refused by its size, at once', () => {
  const start = performance.now();
  const { site, issues } = parseSite('x'.repeat(10 * 1024 * 1024));
  expect(performance.now() - start).toBeLessThan(50);
  expect(site).toBeNull();
  expect(issues[0]).toMatchObject({ code: 'too-large' });
  expect(issues[0]!.message).toContain('10.0 MB');
  expect(parseSite('x'.repeat(LONGEST_TEXT)).issues[0]!.code).toBe('not-json');
});

it('a file of another kind, a newer version, and a bad version are each told apart', () => {
  expect(refusal([1, 2]).code).toBe('not-a-site');
  expect(refusal({ hello: 1 })).toMatchObject({ code: 'wrong-format-marker', path: 'format' });
  expect(
    refusal(
      changed((s) => {
        s.version = 2;
      }),
    ).text,
  ).toContain('written by a newer Isotherm: it has version 2, this program reads up to 1');
  expect(
    refusal(
      changed((s) => {
        delete s.version;
      }),
    ).code,
  ).toBe('wrong-version');
});

const faults: [name: string, change: (site: Document) => void, code: string, path: string, says: string][] = [
  [
    'a length with its unit',
    (s) => {
      s.racks[0].size.width = '60 cm';
    },
    'text-for-number',
    'racks[0].size.width',
    'Write 0.6, without quotes; the unit is m.',
  ],
  [
    'a length in millimetres',
    (s) => {
      s.racks[0].size.depth = '1200mm';
    },
    'text-for-number',
    'racks[0].size.depth',
    'Write 1.2,',
  ],
  [
    'a power in kilowatts',
    (s) => {
      s.coolingUnits[0].capacityW = '12 kW';
    },
    'text-for-number',
    'coolingUnits[0].capacityW',
    'Write 12000,',
  ],
  [
    'a flow in cfm',
    (s) => {
      s.coolingUnits[0].fan.ratedAirflowM3s = '2000 cfm';
    },
    'text-for-number',
    'coolingUnits[0].fan.ratedAirflowM3s',
    'Write 0.943895,',
  ],
  [
    'a temperature in Fahrenheit',
    (s) => {
      s.room.initialCelsius = '72 °F';
    },
    'text-for-number',
    'room.initialCelsius',
    'Write 22.2222,',
  ],
  [
    'a unit of another quantity',
    (s) => {
      s.coolingUnits[0].capacityW = '3 m';
    },
    'wrong-unit',
    'coolingUnits[0].capacityW',
    'This field is in W',
  ],
  [
    'a temperature in kelvin',
    (s) => {
      s.coolingUnits[0].control.setpointCelsius = 291.15;
    },
    'out-of-range',
    'coolingUnits[0].control.setpointCelsius',
    'looks like kelvin, write 18',
  ],
  [
    'a room in millimetres',
    (s) => {
      s.room.height = 3000;
    },
    'out-of-range',
    'room.height',
    'looks like millimetres, write 3',
  ],
  [
    'a share in percent',
    (s) => {
      s.tiles[0].openArea = 40;
    },
    'out-of-range',
    'tiles[0].openArea',
    'looks like a percentage, write 0.4',
  ],
  [
    'a depth of zero',
    (s) => {
      s.racks[0].size.depth = 0;
    },
    'out-of-range',
    'racks[0].size.depth',
    'it must be more than 0',
  ],
  [
    'a missing field',
    (s) => {
      delete s.racks[1].size.height;
    },
    'missing-field',
    'racks[1].size.height',
    'Metres from base to top.',
  ],
  [
    'a missing choice',
    (s) => {
      delete s.racks[1].contents[0].kind;
    },
    'missing-field',
    'racks[1].contents[0].kind',
    '"servers", "chassis"',
  ],
  [
    'a misspelt field',
    (s) => {
      s.racks[0].positon = 1;
    },
    'unknown-key',
    'racks[0].positon',
    'Did you mean "position"?',
  ],
  [
    'a misspelt choice',
    (s) => {
      s.coolingUnits[0].control.mode = 'suply';
    },
    'unknown-choice',
    'coolingUnits[0].control.mode',
    'Did you mean "supply"?',
  ],
  [
    'an eighth of a turn',
    (s) => {
      s.racks[0].rotation = 45;
    },
    'unknown-choice',
    'racks[0].rotation',
    '0, 90, 180, 270',
  ],
  [
    'half a rack unit',
    (s) => {
      s.racks[0].uHeight = 41.5;
    },
    'not-whole',
    'racks[0].uHeight',
    'whole number',
  ],
  [
    'a name with spaces for an id',
    (s) => {
      s.racks[0].id = 'rack one';
    },
    'wrong-format',
    'racks[0].id',
    'letters, digits, dots, dashes or underscores',
  ],
  [
    'an object for a list',
    (s) => {
      s.racks = {};
    },
    'wrong-type',
    'racks',
    'a list',
  ],
];

it.each(faults)('%s is found and the way out is named', (_name, change, code, path, says) => {
  const found = refusal(changed(change));
  expect(found).toMatchObject({ code, path });
  expect(found.text).toContain(says);
});

it('overlapping racks are refused, a warning is not', () => {
  expect(
    refusal(
      changed((s) => {
        s.racks[1].position.y = 2.5;
      }),
    ),
  ).toMatchObject({ code: 'overlap', path: 'racks[1]' });
  const { site, issues } = readSite(
    changed((s) => {
      s.coolingUnits[0].capacityW = 2000;
    }),
  );
  expect(site).not.toBeNull();
  expect(issues.map(({ severity }) => severity)).toEqual(['warning']);
});

it('thousands of faults are cut to 200 and a count', () => {
  const input: SiteInput = { ...testSiteInput(), racks: Array.from({ length: 4000 }, () => ({}) as never) };
  const { issues } = readSite(input);
  expect(issues).toHaveLength(201);
  expect(issues.at(-1)!.message).toContain('more like these');
});

it('a version 0 file, with places and sizes as lists and turns as 0-3, reads as the same site', () => {
  const point = ({ x, y, z }: Document): number[] => (z === undefined ? [x, y] : [x, y, z]);
  const old = changed((s) => {
    s.version = 0;
    s.room = { size: [s.room.width, s.room.depth, s.room.height] };
    for (const entity of [...s.racks, ...s.coolingUnits]) {
      entity.size = [entity.size.width, entity.size.depth, entity.size.height];
      entity.quarterTurns = (entity.rotation ?? 0) / 90;
      delete entity.rotation;
    }
    for (const entity of [...s.racks, ...s.coolingUnits, ...s.tiles, ...s.sensors])
      entity.position = point(entity.position);
  });
  const before = JSON.stringify(old);
  expect(readSite(old)).toEqual({ site: testSite(), issues: [] });
  expect(JSON.stringify(old)).toBe(before);
});
