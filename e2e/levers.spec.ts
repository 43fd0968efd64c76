import { expect } from '@playwright/test';
import { openApp, test } from './support/app';

test('what each lever is worth: the figures that ship are shown, a run of one’s own starts and can be cancelled', async ({
  page,
}) => {
  await openApp(page, { paused: true });
  await page.evaluate(() => {
    window.location.hash = '#/levers';
  });
  await expect(page.getByTestId('levers-energy')).toContainText('Every lever off');
  await expect(page.getByTestId('levers-energy')).toContainText('Not there yet');
  const live = page.getByTestId('levers-live');
  await page.getByTestId('measure-governor').uncheck();
  await expect(page.getByTestId('levers-run')).toBeDisabled();
  await page.getByTestId('measure-economiser').check();
  await page.getByTestId('levers-run').click();
  await expect(live).toHaveAttribute('data-status', 'running');
  await live.getByRole('button', { name: 'Cancel' }).click();
  await expect(live).toHaveAttribute('data-status', 'cancelled');
});
