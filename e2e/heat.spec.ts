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

test('a control zone is made, set and taken away again: its setpoint follows what racks ask for', async ({ page }) => {
  await openApp(page);
  await page.goto('#/heat');
  const control = page.getByTestId('control-section');
  await control.getByTestId('add-zone').click();
  await control.getByTestId('field-supplyBy').click();
  await page.getByRole('option', { name: 'trim and respond' }).click();
  await expect(control.getByTestId('zone-setpoint')).toContainText('18.0 °C');
  await expect(control.getByTestId('askers')).toContainText('request');
  await control.getByTestId('field-fansBy').click();
  await page.getByRole('option', { name: 'pressure under the floor' }).click();
  await expect(control.getByTestId('zone-speed')).toContainText('%');
  await control.getByRole('button', { name: 'Leave the units of room to themselves' }).click();
  await expect(control.getByTestId('add-zone')).toBeVisible();
});

test('the bundled plant names its mode and closes its heat', async ({ page }) => {
  await openApp(page);
  await openBundled(page, 'starter-plant');
  await page.goto('#/heat');
  await expect(page.getByTestId('plant-mode')).toHaveText('partly free');
  await expect(page.getByTestId('plant-difference')).toHaveText(/^-?0\.0 kW$/);
  await expect(page.getByTestId('weather-moment')).toContainText('15');
});
