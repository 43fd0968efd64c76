import { expect } from '@playwright/test';
import { openApp, openBundled, savedDocument, test } from './support/app';
import { pictureOf } from './support/picture';
import { drag, rackOnScreen } from './support/racks';

test('the hall of 1,000 racks loads, draws, can be orbited and dragged in', async ({ page }) => {
  test.setTimeout(300_000);
  await openApp(page);
  await openBundled(page, 'hall-1000', 180_000);
  const canvas = page.locator('canvas').first();
  await expect.poll(async () => (await pictureOf(page, canvas)).deviation, { timeout: 60_000 }).toBeGreaterThan(8);

  const before = await savedDocument(page);
  const { racks } = JSON.parse(before) as { racks: { id: string }[] };
  expect(racks).toHaveLength(1000);

  const box = (await canvas.boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height * 0.15 };
  const rackId = racks[0]!.id;
  const seenAt = await rackOnScreen(page, rackId);
  await drag(page, middle, { dx: 160, dy: 30 });
  await expect.poll(async () => (await rackOnScreen(page, rackId)).x).not.toBeCloseTo(seenAt.x, 0);
  expect(await savedDocument(page)).toBe(before);

  const from = await rackOnScreen(page, rackId);
  await page.mouse.click(from.x, from.y);
  await drag(page, from, { dx: 60, dy: 40 }, 10);
  await expect.poll(() => savedDocument(page)).not.toBe(before);
  await page.getByTestId('undo').click();
  expect(await savedDocument(page)).toBe(before);
});
