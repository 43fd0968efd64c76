import { expect } from '@playwright/test';
import { openApp, savedDocument, test } from './support/app';
import { nearestVisibleRack, rackOnScreen, selectRack } from './support/racks';

test('in the hand: the answer is marked coarse, an overlap says with what, Escape puts everything back', async ({
  page,
}) => {
  await openApp(page, { paused: true });
  const before = await savedDocument(page);
  const rackId = await nearestVisibleRack(page);
  await selectRack(page, rackId);
  const from = await rackOnScreen(page, rackId);
  const { racks } = JSON.parse(before) as { racks: { id: string; name?: string }[] };
  const index = racks.findIndex((rack) => rack.id === rackId);
  const other = racks[index >= racks.length / 2 ? 2 : racks.length - 3]!;
  const over = await rackOnScreen(page, other.id);

  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 20, from.y + 12, { steps: 4 });
  const verdict = page.getByTestId('hand-verdict');
  await expect(verdict).toBeVisible();
  await page.mouse.move(over.x, over.y, { steps: 12 });
  await expect(verdict).toHaveAttribute('data-valid', 'false');
  await expect(verdict).toContainText(/Overlaps \S+/);

  await page.keyboard.press('Escape');
  await expect(verdict).toBeHidden();
  await page.mouse.up();
  expect(await savedDocument(page)).toBe(before);
});

test('duplicate, turn and delete by key, and undo all three', async ({ page }) => {
  await openApp(page, { paused: true });
  const before = await savedDocument(page);
  const count = (text: string) => (JSON.parse(text) as { racks: unknown[] }).racks.length;
  await selectRack(page, await nearestVisibleRack(page));

  await page.keyboard.press('Delete');
  const deleted = await savedDocument(page);
  expect(count(deleted)).toBe(count(before) - 1);
  await page.keyboard.press('Control+z');
  expect(await savedDocument(page)).toBe(before);

  await selectRack(page, await nearestVisibleRack(page));
  await page.keyboard.press('Control+d');
  const doubled = await savedDocument(page);
  expect(count(doubled)).toBe(count(before) + 1);
  await page.keyboard.press('r');
  await page.keyboard.press('Control+z');
  if ((await savedDocument(page)) !== before) await page.keyboard.press('Control+z');
  expect(await savedDocument(page)).toBe(before);
});
