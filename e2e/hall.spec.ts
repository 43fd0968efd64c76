import { expect } from '@playwright/test';
import { openApp, openBundled, savedDocument, test } from './support/app';
import { pictureOf } from './support/picture';
import { drag, nearestVisibleRack, rackOnScreen, selectRack } from './support/racks';

test('the hall of 1,000 racks loads, draws, can be orbited and dragged in', async ({ page }) => {
  test.setTimeout(400_000);
  await openApp(page);
  await openBundled(page, 'hall-1000', 180_000);
  await page.getByTestId('play-pause').click();
  const canvas = page.locator('canvas').first();
  await expect.poll(async () => (await pictureOf(page, canvas)).deviation, { timeout: 60_000 }).toBeGreaterThan(8);

  const before = await savedDocument(page);
  const { racks } = JSON.parse(before) as { racks: { id: string }[] };
  expect(racks).toHaveLength(1000);

  const box = (await canvas.boundingBox())!;
  const besideTheHall = { x: box.x + box.width * 0.12, y: box.y + box.height * 0.4 };
  const rackId = await nearestVisibleRack(page);
  const seenAt = await rackOnScreen(page, rackId);
  await drag(page, besideTheHall, { dx: 80, dy: 0 });
  await expect.poll(async () => Math.abs((await rackOnScreen(page, rackId)).x - seenAt.x)).toBeGreaterThan(5);
  expect(await savedDocument(page), 'orbiting changes nothing').toBe(before);

  await page.getByTestId('camera-home').click();
  await expect.poll(async () => Math.abs((await rackOnScreen(page, rackId)).x - seenAt.x)).toBeLessThan(2);
  await selectRack(page, rackId);
  await drag(page, await rackOnScreen(page, rackId), { dx: 60, dy: 40 }, 10);
  await expect.poll(() => savedDocument(page)).not.toBe(before);
  await page.getByTestId('undo').click();
  expect(await savedDocument(page)).toBe(before);
});
