import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { openApp, savedDocument, simulatedSeconds, test } from './support/app';
import { pictureOf } from './support/picture';
import { drag, inspectorInlet, rackOnScreen, selectRack } from './support/racks';

async function exportedRows(page: Page): Promise<string[]> {
  const download = page.waitForEvent('download');
  await page.getByTestId('export-csv').click();
  const text = await readFile((await (await download).path())!, 'utf8');
  return text.trim().split('\n');
}

test.describe('with air in motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('the starter room loads, draws and runs by itself', async ({ page }) => {
    await openApp(page);
    const canvas = page.locator('canvas').first();
    await expect(canvas).toBeVisible();
    await expect
      .poll(async () => (await pictureOf(page, canvas)).deviation, {
        message: 'the canvas is not blank',
        timeout: 60_000,
      })
      .toBeGreaterThan(8);
    expect((await pictureOf(page, canvas)).colours).toBeGreaterThan(20);
    const before = await simulatedSeconds(page);
    await expect.poll(() => simulatedSeconds(page)).toBeGreaterThan(before);
  });
});

test('a rack dragged with the mouse changes its inlet, and undo brings the document back exactly', async ({ page }) => {
  await openApp(page);
  const before = await savedDocument(page);
  const [first] = (JSON.parse(before) as { racks: { id: string }[] }).racks;
  await selectRack(page, first!.id);
  await expect.poll(() => inspectorInlet(page)).toBeGreaterThan(5);
  const inletBefore = await inspectorInlet(page);

  const from = await rackOnScreen(page, first!.id);
  await drag(page, from, { dx: -140, dy: 60 });
  const moved = await savedDocument(page);
  expect(moved).not.toBe(before);
  await expect
    .poll(async () => Math.abs((await inspectorInlet(page)) - inletBefore), { timeout: 60_000 })
    .toBeGreaterThan(0.05);

  await page.getByTestId('undo').click();
  expect(await savedDocument(page)).toBe(before);
  await page.getByTestId('redo').click();
  expect(await savedDocument(page)).toBe(moved);
});

test('charts grow, and their numbers come out as CSV', async ({ page }) => {
  await openApp(page);
  const curve = page.getByTestId('chart-power').locator('path.recharts-area-area').first();
  const pathLength = async () => ((await curve.getAttribute('d')) ?? '').length;
  await expect.poll(pathLength).toBeGreaterThan(0);
  const before = { length: await pathLength(), rows: await exportedRows(page) };
  await expect.poll(pathLength, { timeout: 60_000 }).toBeGreaterThan(before.length);
  const rows = await exportedRows(page);
  expect(rows.length).toBeGreaterThan(before.rows.length);
  expect(rows[0]).toContain('facility');
  expect(rows.at(-1)!.split(',')).toHaveLength(rows[0]!.split(',').length);
});
