import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import type { Site } from '../../src/site/schema/site';
import type { BrowserAirBench, BrowserBenchInput } from './browser-air';
import { browserFlags } from './page-bench';

const BENCH_MINUTES = 15;

/** The program of `browser-air.ts` with everything that it needs, as one script. */
async function benchProgram(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: 'es2022',
        lib: { entry: join(import.meta.dirname, 'browser-air.ts'), formats: ['es'], fileName: 'bench' },
      },
    });
    return readFileSync(join(folder, 'bench.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The air benchmarks in Chromium, on a page that holds nothing else, served as the app is. One thread. */
export async function benchBrowserAir(starter: Site, hall: Site, maxCells: number): Promise<BrowserAirBench> {
  const program = await benchProgram();
  const server = await preview({ preview: { host: '127.0.0.1', port: 4274 }, logLevel: 'silent' });
  const executablePath = process.env.ISOTHERM_CHROMIUM;
  const browser = await chromium.launch({
    args: browserFlags,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(BENCH_MINUTES * 60_000);
    // A file of the app's own server: its headers let the page share memory and read a fine clock.
    await page.goto(`${server.resolvedUrls!.local[0]!}sites/index.json`);
    await page.addScriptTag({ type: 'module', content: program });
    await page.waitForFunction(() => 'benchAirHere' in globalThis);
    const input: BrowserBenchInput = { starter, hall, maxCells };
    return await page.evaluate(
      (given) => (globalThis as unknown as { benchAirHere(input: unknown): BrowserAirBench }).benchAirHere(given),
      input,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}
