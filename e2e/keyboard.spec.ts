import { expect, type Page } from '@playwright/test';
import { openApp, savedDocument, test } from './support/app';

/** Presses Tab until the named control has the focus, as someone without a mouse does. */
async function tabTo(page: Page, testId: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    if (focused === testId) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${testId}`);
}

test('with the keyboard alone: find a rack, move it, undo, redo', async ({ page }) => {
  await openApp(page, { paused: true });
  const before = await savedDocument(page);
  const [first] = (JSON.parse(before) as { racks: { id: string }[] }).racks;

  await tabTo(page, 'object-tree');
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId(`tree-rack-${first!.id}`)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('inspector-inlet-mean')).toBeVisible();

  await tabTo(page, 'camera-home');
  await page.keyboard.press('Shift+ArrowLeft');
  const moved = await savedDocument(page);
  expect(moved).not.toBe(before);
  await page.keyboard.press('Control+z');
  expect(await savedDocument(page)).toBe(before);
  await page.keyboard.press('Control+Shift+z');
  expect(await savedDocument(page)).toBe(moved);
  await page.keyboard.press('Control+z');
  expect(await savedDocument(page)).toBe(before);
});

test('on a page over the room Ctrl+Z takes the last edit back and says which', async ({ page }) => {
  await openApp(page, { paused: true });
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Other room');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('site-name')).toContainText('Other room');
  await page.evaluate(() => {
    location.hash = '#/power';
  });
  const close = page.locator('[data-page="power"] [role="dialog"] button').first();
  await close.focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('history-notice')).toHaveText('Undone: Name of the site');
  await expect(page.getByTestId('site-name')).not.toContainText('Other room');
});
