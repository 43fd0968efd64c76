import { type Browser, chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { percentile } from './percentile';
import { scriptingOf, type TraceEvent } from './trace';

/** Scripting that a frame may cost on the main thread, ms. */
export const FRAME_BUDGET_MS = 4;

/** Frames a second that the budget is meant for. */
const TARGET_FRAMES_PER_SECOND = 60;

/** Processor time of the main thread in scripts. */
export interface PhaseBench {
  name: string;
  framesPerSecond: number;
  p50FrameMs: number;
  p95FrameMs: number;
  /**
   * Mean of a frame at 60 frames a second: the usual frame, plus its share of what does not come with every frame
   * (charts, messages of the worker). The budget is set against it. A software renderer draws few frames, so that the
   * plain p95 there is the cost of those rarer updates.
   */
  at60Ms: number;
  longestMs: number;
}

export interface PageBench {
  browser: string;
  phases: PhaseBench[];
}

const PHASE_MS = 10_000;
const POINTER_STEP_MS = 16;
const TRACE_CATEGORIES = ['devtools.timeline', 'v8', 'disabled-by-default-v8.gc'];
export const browserFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

async function openHall(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByTestId('clock').waitFor();
  await page.getByTestId('site-menu').click();
  await page.getByTestId('open-hall-1000').click();
  await page.locator('[data-testid="rack-anchor"]').nth(999).waitFor({ state: 'attached', timeout: 180_000 });
  await page.waitForFunction(
    () => Number(document.querySelector('[data-testid="clock"]')?.getAttribute('data-seconds')) > 0,
    undefined,
    { timeout: 180_000 },
  );
}

/** Holds the mouse button down at a point and moves on a circle for the length of a phase. */
async function circle(page: Page, centre: { x: number; y: number }, radius: number): Promise<void> {
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.down();
  const startedAt = performance.now();
  let angle = 0;
  while (performance.now() - startedAt < PHASE_MS) {
    angle += 0.08;
    await page.mouse.move(centre.x + radius * Math.sin(angle), centre.y + radius * (1 - Math.cos(angle)) * 0.5);
    await page.waitForTimeout(POINTER_STEP_MS);
  }
  await page.mouse.up();
}

/** Does something for a while under a trace and tells what each frame cost in scripts. */
async function phase(browser: Browser, page: Page, name: string, act: () => Promise<void>): Promise<PhaseBench> {
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const scripting = scriptingOf(trace.traceEvents);
  if (scripting === null) throw new Error(`no animation frame while ${name}`);
  const p50FrameMs = percentile(scripting.frameMs, 0.5);
  const rarerMsPerSecond = Math.max(0, scripting.msPerSecond - p50FrameMs * scripting.framesPerSecond);
  return {
    name,
    framesPerSecond: scripting.framesPerSecond,
    p50FrameMs,
    p95FrameMs: percentile(scripting.frameMs, 0.95),
    at60Ms: p50FrameMs + rarerMsPerSecond / TARGET_FRAMES_PER_SECOND,
    longestMs: scripting.longestMs,
  };
}

/** Opens the hall of 1,000 racks in the built app and measures scripting on the main thread in each animation frame. */
export async function benchPage(): Promise<PageBench> {
  const server = await preview({ preview: { host: '127.0.0.1', port: 4273 }, logLevel: 'silent' });
  const executablePath = process.env.ISOTHERM_CHROMIUM;
  const browser = await chromium.launch({
    args: browserFlags,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await openHall(page, server.resolvedUrls!.local[0]!);
    const box = (await page.locator('canvas').first().boundingBox())!;
    const corner = { x: box.x + box.width * 0.5, y: box.y + box.height * 0.12 };
    const anchor = page.locator('[data-testid="rack-anchor"]').first();
    const phases = [
      await phase(browser, page, 'running', () => page.waitForTimeout(PHASE_MS)),
      await phase(browser, page, 'running, orbiting', () => circle(page, corner, 60)),
    ];
    const at = { x: Number(await anchor.getAttribute('data-x')), y: Number(await anchor.getAttribute('data-y')) };
    await page.mouse.click(at.x, at.y);
    phases.push(await phase(browser, page, 'running, dragging a rack', () => circle(page, at, 40)));
    return { browser: `Chromium ${browser.version()}, software rendering`, phases };
  } finally {
    await browser.close();
    await server.close();
  }
}
