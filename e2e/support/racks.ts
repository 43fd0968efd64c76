import { expect, type Page } from '@playwright/test';

export interface ScreenPoint {
  x: number;
  y: number;
}

/** Where the front of a rack is on the page, px, by the accessible overlay of the scene. */
export async function rackOnScreen(page: Page, rackId: string): Promise<ScreenPoint> {
  const anchor = page.locator(`[data-testid="rack-anchor"][data-rack-id="${rackId}"]`);
  await expect(anchor).toHaveAttribute('data-x', /\d/);
  return {
    x: Number(await anchor.getAttribute('data-x')),
    y: Number(await anchor.getAttribute('data-y')),
  };
}

/** The rack nearest to the viewer whose top is in sight. */
export async function nearestVisibleRack(page: Page): Promise<string> {
  const seen = await page.locator('[data-testid="rack-anchor"][data-visible="true"]').evaluateAll((anchors) =>
    anchors
      .map(({ dataset }) => ({ id: dataset.rackId!, y: Number(dataset.y) }))
      .sort((a, b) => b.y - a.y)
      .map(({ id }) => id),
  );
  expect(seen.length, 'racks are in sight').toBeGreaterThan(0);
  return seen[0]!;
}

export async function selectRack(page: Page, rackId: string): Promise<void> {
  const { x, y } = await rackOnScreen(page, rackId);
  await page.mouse.click(x, y);
  await expect(page.getByTestId('inspector-inlet-mean')).toBeVisible();
}

/** Mean inlet temperature in the inspector, °C; NaN while there is none. */
export async function inspectorInlet(page: Page): Promise<number> {
  const text = (await page.getByTestId('inspector-inlet-mean').textContent()) ?? '';
  return Number.parseFloat(text.replace('−', '-'));
}

/** Drags with the mouse in small steps, as a hand does. */
export async function drag(page: Page, from: ScreenPoint, by: { dx: number; dy: number }, steps = 20): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(from.x + (by.dx * step) / steps, from.y + (by.dy * step) / steps);
  }
  await page.mouse.up();
}
