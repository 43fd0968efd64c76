import { readFile } from 'node:fs/promises';
import { test as base, expect, type Page } from '@playwright/test';

/** What the page logged as wrong: console errors, uncaught exceptions, requests that failed. */
export class Complaints {
  readonly all: string[] = [];

  constructor(page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.all.push(message.text());
    });
    page.on('pageerror', (error) => this.all.push(`${error.name}: ${error.message}`));
    page.on('requestfailed', (request) => this.all.push(`${request.url()} ${request.failure()?.errorText}`));
  }
}

/** Every test fails that leaves an error in the console. */
export const test = base.extend<{ complaints: Complaints }>({
  complaints: [
    async ({ page }, use) => {
      const complaints = new Complaints(page);
      await use(complaints);
      expect(complaints.all, 'nothing is logged as an error').toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * Opens the app and waits until its first site runs: the simulated clock moves. `paused` stops it there, which leaves
 * the cores to the test.
 */
export async function openApp(page: Page, { paused = false } = {}): Promise<void> {
  await page.goto('/');
  await expect.poll(() => simulatedSeconds(page), { timeout: 60_000 }).toBeGreaterThan(0);
  if (paused) await page.getByTestId('play-pause').click();
}

/** Simulated clock, s. */
export async function simulatedSeconds(page: Page): Promise<number> {
  return Number((await page.getByTestId('clock').getAttribute('data-seconds', { timeout: 30_000 })) ?? 'NaN');
}

/** Opens one of the bundled sites from the menu and waits until it runs. */
export async function openBundled(page: Page, id: string, timeout = 60_000): Promise<void> {
  const before = await page.getByTestId('site-name').textContent();
  await page.getByTestId('site-menu').click();
  await page.getByTestId(`open-${id}`).click();
  await expect(page.getByTestId('site-name')).not.toHaveText(before ?? '', { timeout });
  await expect.poll(() => simulatedSeconds(page), { timeout }).toBeGreaterThan(0);
}

/** Chooses a file in the open dialog, as a user would. */
export async function openFile(page: Page, file: { name: string; text: string }): Promise<void> {
  await page.getByTestId('site-menu').click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByTestId('open-file').click();
  await (await chooser).setFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) });
}

/** The open document as the app saves it. */
export async function savedDocument(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  return readFile((await (await download).path())!, 'utf8');
}
