import { expect } from '@playwright/test';
import { openApp, openFile, savedDocument, test } from './support/app';

/** A site document as JSON that a test may spoil. */
interface SiteJson {
  version: number;
  racks: { id: string; position: { x: number; y: number }; size: { width: number | string } }[];
}

function spoiled(text: string, spoil: (site: SiteJson) => unknown): string {
  const site = JSON.parse(text) as SiteJson;
  spoil(site);
  return JSON.stringify(site);
}

/** What each broken file is, and what its message must say. */
const brokenFiles: readonly [name: string, make: (good: string) => string, message: RegExp][] = [
  ['not JSON', (good) => good.slice(0, good.length / 2), /JSON.*line \d+/is],
  [
    'a wrong unit',
    (good) => spoiled(good, (site) => Object.assign(site.racks[0]!.size, { width: '60 cm' })),
    /(?=.*Write 0\.6, without quotes)(?=.*racks\[0\]\.size\.width)/s,
  ],
  [
    'overlapping racks',
    (good) => spoiled(good, (site) => Object.assign(site.racks[1]!, { position: site.racks[0]!.position })),
    /overlap/i,
  ],
  ['10 MB of garbage', () => 'x{]'.repeat(3_500_000), /MB/],
  ['a newer version', (good) => spoiled(good, (site) => Object.assign(site, { version: 99 })), /newer/i],
];

for (const [name, make, message] of brokenFiles) {
  test(`${name}: a clear message, and the open document stays`, async ({ page }) => {
    await openApp(page, { paused: true });
    const good = await savedDocument(page);
    await openFile(page, { name: 'broken.json', text: make(good) });
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('broken.json');
    await expect(dialog).toContainText(message);
    await page.getByTestId('open-failure-close').click();
    await expect(dialog).toBeHidden();
    expect(await savedDocument(page)).toBe(good);
  });
}

test('a good file dropped on the window opens, and is saved as it was', async ({ page }) => {
  await openApp(page, { paused: true });
  const renamed = spoiled(await savedDocument(page), (site) => Object.assign(site, { name: 'Dropped room' }));
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
    return transfer;
  }, renamed);
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: data });
  await expect(page.getByTestId('site-name')).toHaveText('Dropped room');
  expect(JSON.parse(await savedDocument(page))).toEqual(JSON.parse(renamed));
});
