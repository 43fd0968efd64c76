import { expect } from '@playwright/test';
import { openApp, openBundled, test } from './support/app';

test('where the heat goes: a described plant runs at once, a bad weather file is refused with its lines', async ({
  page,
}) => {
  await openApp(page, { paused: true });
  await page.getByTestId('show-heat').click();
  const heat = page.getByTestId('heat-content');
  await expect(heat).toBeVisible();
  await page.getByTestId('describe-plant').click();
  await expect(page.getByTestId('station-chillers')).toContainText('of 2 chillers');
  await expect(page.getByTestId('rejected-heat')).toContainText('kW');
  await expect(page.getByTestId('describe-plant')).toBeHidden();

  const chosen = page.waitForEvent('filechooser');
  await page.getByTestId('import-epw').click();
  const epw = 'LOCATION,Somewhere,-,X,t,0,50,8,1,100\nDESIGN CONDITIONS,0\nnot what comes here\n';
  await (await chosen).setFiles({ name: 'broken.epw', mimeType: 'text/plain', buffer: Buffer.from(epw) });
  const result = page.getByTestId('import-result');
  await expect(result).toContainText('broken.epw');
  await expect(result).toContainText('line 3');
});

test('the bundled plant names its mode and closes its heat', async ({ page }) => {
  await openApp(page);
  await openBundled(page, 'starter-plant');
  await page.goto('#/heat');
  await expect(page.getByTestId('plant-mode')).toHaveText('partly free');
  await expect(page.getByTestId('plant-difference')).toHaveText(/^-?0\.0 kW$/);
  await expect(page.getByTestId('weather-moment')).toContainText('15');
});
