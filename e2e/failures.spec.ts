import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { openApp, openBundled, savedDocument, test } from './support/app';

const airflow = async (page: Page) =>
  Number.parseFloat((await page.getByTestId('inspector-airflow').textContent()) ?? 'NaN');

test('a cooling unit stopped in the inspector loses its air, says so over the scene, and comes back by repair', async ({
  page,
}) => {
  await openApp(page);
  const before = await savedDocument(page);
  await page.getByTestId('tree-search').fill('CRAH-1');
  await page.getByTestId('tree-coolingUnit-CRAH-1').click();
  const running = await airflow(page);
  expect(running).toBeGreaterThan(3);
  await page.getByTestId('fail-unit-trip').click();
  await expect(page.getByTestId('failure-strip')).toContainText('CRAH-1 stops');
  await expect.poll(() => airflow(page), { timeout: 30_000 }).toBeLessThan(1);
  await expect(page.locator('[data-event="failure-on"]').first()).toBeAttached();

  await page.getByTestId('repair-now').click();
  await expect(page.getByTestId('failure-strip')).toBeHidden();
  await expect.poll(() => airflow(page), { timeout: 30_000 }).toBeCloseTo(running, 1);
  // What fails is no edit.
  await expect(page.getByTestId('edited')).toBeHidden();
  expect(await savedDocument(page)).toBe(before);
});

test('a what-if plays on a copy: minutes for every rack, a CSV, and the run itself stays cool; it can be cancelled', async ({
  page,
}) => {
  await openApp(page);
  await page.goto('/#/failures');
  await page.getByTestId('failure-add').click();
  await page.getByTestId('failure-horizon').fill('3');
  await page.getByTestId('failure-play').click();
  await expect(page.getByTestId('failure-result')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByTestId('failure-racks').locator('tbody tr')).toHaveCount(20);
  await expect(page.getByTestId('failure-strip')).toBeHidden();
  const download = page.waitForEvent('download');
  await page.getByTestId('failure-csv').click();
  const csv = await readFile((await (await download).path())!, 'utf8');
  expect(csv.trim().split('\n')).toHaveLength(182);

  await page.getByTestId('failure-horizon').fill('240');
  await page.getByTestId('failure-play').click();
  await expect(page.getByTestId('failure-running')).toBeVisible();
  await page.getByTestId('failure-cancel').click();
  await expect(page.getByTestId('failure-running')).toBeHidden();
});

test('a door left open and shut again goes by without stopping the clock or breaking the picture', async ({ page }) => {
  await openApp(page);
  await openBundled(page, 'ai-pod', 90_000);
  await page.goto('/#/failures');
  await page.getByTestId('failure-kind').click();
  await page.getByRole('option', { name: 'Containment doors left open' }).click();
  await page.getByTestId('failure-add').click();
  await page.getByLabel('Repaired after').fill('0.5');
  await page.getByTestId('failure-live').click();
  await expect(page.getByTestId('failure-strip')).toBeVisible();
  await expect(page.getByTestId('failure-strip')).toBeHidden({ timeout: 60_000 });
  await expect(page.getByTestId('fault')).toBeHidden();
});
