import { expect } from '@playwright/test';
import { openApp, test } from './support/app';

test('where the power goes: what comes in is what is shown, the chain is described at a press and can be undone', async ({
  page,
}) => {
  await openApp(page);
  await page.evaluate(() => {
    window.location.hash = '#/power';
  });
  const sankey = page.getByTestId('sankey');
  await expect(sankey).toBeVisible();
  await expect(page.getByTestId('capacity-table')).not.toContainText('PDU');
  await page.getByTestId('typical-chain').click();
  await expect(page.getByTestId('feed-loss-A')).toHaveAttribute('data-survives', 'true');
  await expect(page.getByTestId('capacity-table')).toContainText('PDU 1 A');
  await expect(page.getByTestId('ride-through')).toContainText('min');

  await page.getByTestId('power-quantity').getByText('Energy').click();
  await page.getByTestId('power-mark').click();
  await expect.poll(async () => Number(await sankey.getAttribute('data-total'))).toBeGreaterThan(0);

  await page.getByTestId('metric-pue').click();
  await expect(page.getByTestId('metric-pue').locator('..')).toContainText('PUE = P_facility / P_IT');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('power-content')).toBeHidden();
  await page.keyboard.press('Control+z');
  await page.evaluate(() => {
    window.location.hash = '#/power';
  });
  await expect(page.getByTestId('describe-chain')).toBeVisible();
});

test('the lesson computes an optimum inside the range', async ({ page }) => {
  await openApp(page, { paused: true });
  await page.evaluate(() => {
    window.location.hash = '#/lesson';
  });
  await expect(page.getByTestId('lesson-scales')).toContainText('25.0 %');
  await expect(page.getByTestId('lesson-scales')).toContainText('3.2 %');
  await page.getByTestId('lesson-run').click();
  await expect(page.getByTestId('sweep-verdict')).toHaveAttribute('data-interior', 'true', { timeout: 90_000 });
});
