import { expect } from '@playwright/test';
import { openApp, savedDocument, test } from './support/app';

test('with the keyboard alone: find a rack, move it, turn it, undo both', async ({ page }) => {
  await openApp(page);
  const before = await savedDocument(page);
  const { racks } = JSON.parse(before) as { racks: { id: string; name?: string }[] };
  const label = racks[0]!.name ?? racks[0]!.id;

  const search = page.getByTestId('tree-search');
  await search.focus();
  await page.keyboard.type(label);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('inspector-inlet-mean')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => savedDocument(page)).not.toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => savedDocument(page)).toBe(before);
});
