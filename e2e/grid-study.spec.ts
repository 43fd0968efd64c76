import { expect } from '@playwright/test';
import { openApp, test } from './support/app';

test('a grid study runs beside the room, can be cancelled, and its cell size can be taken and undone', async ({
  page,
}) => {
  await openApp(page, { paused: true });
  await page.getByTestId('site-menu').click();
  await page.getByTestId('open-grid-study').click();
  const status = page.getByTestId('grid-status');
  await page.getByTestId('grid-start').click();
  await expect(status).toHaveAttribute('data-status', 'running');
  await page.getByTestId('grid-cancel').click();
  await expect(status).toHaveAttribute('data-status', 'cancelled');

  await page.getByText('My own sizes').click();
  for (const [n, size] of ['0.3', '0.42', '0.6'].entries()) await page.getByTestId(`grid-size-${n}`).fill(size);
  await page.getByTestId('grid-start').click();
  await expect(status).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
  await expect(page.getByTestId('grid-verdict')).toContainText(/\d+ of 20 rack-mean inlets/);

  await page.getByTestId('grid-use-0.3').click();
  await expect(page.getByTestId('grid-now')).toContainText('cells of 0.3 m');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.goto('/#/grid');
  await expect(page.getByTestId('grid-now')).toContainText('chosen from the geometry');
});
