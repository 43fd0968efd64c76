import { expect } from '@playwright/test';
import { openApp, savedDocument, simulatedSeconds, test } from './support/app';
import { pictureOf } from './support/picture';
import { drag, inspectorInlet, rackOnScreen, selectRack } from './support/racks';

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
