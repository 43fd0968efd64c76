import type { Site } from '../site/schema/site';
import { type SimulationClient, SimulationFault } from '../worker/client';
import type { WorkerFault } from '../worker/protocol';
import { useDocument } from './document';
import { diffSites, replaceSite } from './site-diff';

export interface SyncEvents {
  seed(): number;
  onLoading(): void;
  onLoaded(): void;
  onEdited(): void;
  onFailure(source: 'load' | 'edit', fault: WorkerFault): void;
}

export interface SiteSync {
  preview(site: Site | null): void;
  /** False while no preview is wanted: late answers are dropped. */
  previewing(): boolean;
  stop(): void;
}

/** The document that the worker was sent last. */
interface Sent {
  site: Site;
  revision: number;
  opened: number;
  /** False after a refusal: what the worker holds is then uncertain, and the next edit replaces it whole. */
  held: boolean;
}

function faultOf(error: unknown): WorkerFault {
  if (error instanceof SimulationFault) return error.fault;
  return { message: error instanceof Error ? error.message : String(error), issues: [] };
}

/**
 * Keeps the worker's site equal to the open document. One call is under way at a time, and the next carries
 * everything that changed meanwhile, so that fast typing never queues up work.
 */
export function startSiteSync(client: SimulationClient, events: SyncEvents): SiteSync {
  let sent: Sent | null = null;
  let busy = false;
  let stopped = false;
  let wantedPreview: Site | null = null;
  let previewBusy = false;
  let previewSent: Site | null = null;

  const sendLoad = async (site: Site, revision: number, opened: number) => {
    events.onLoading();
    try {
      await client.call('load', { site, seed: events.seed(), revision });
      sent = { site, revision, opened, held: true };
      events.onLoaded();
    } catch (error) {
      sent = { site, revision, opened, held: false };
      if (!stopped) events.onFailure('load', faultOf(error));
    }
  };

  const sendEdit = async (from: Sent, site: Site, revision: number) => {
    const patches = from.held ? diffSites(from.site, site) : replaceSite(site);
    try {
      await client.call('edit', { patches, revision });
      sent = { ...from, site, revision, held: true };
      events.onEdited();
    } catch (error) {
      sent = { ...from, site, revision, held: false };
      if (!stopped) events.onFailure('edit', faultOf(error));
    }
  };

  let loadFailed = false;
  const pump = async () => {
    if (busy) return;
    busy = true;
    while (!stopped) {
      const { site, revision, opened } = useDocument.getState();
      if (sent !== null && sent.revision === revision && sent.opened === opened) break;
      if (sent === null || sent.opened !== opened || loadFailed) {
        await sendLoad(site, revision, opened);
        loadFailed = sent !== null && !(sent as Sent).held;
      } else {
        await sendEdit(sent, site, revision);
      }
    }
    busy = false;
  };

  const pumpPreview = async () => {
    if (previewBusy) return;
    previewBusy = true;
    while (!stopped && wantedPreview !== previewSent && sent?.held) {
      const site: Site | null = wantedPreview;
      const base: Sent = sent;
      previewSent = site;
      const patches = site === null ? null : diffSites(base.site, site);
      // A preview that fails is not an error of the user: the next one, or the drop, tells.
      await client.call('preview', { patches, revision: base.revision }).catch(() => null);
    }
    previewBusy = false;
  };

  const unsubscribe = useDocument.subscribe((state, previous) => {
    if (state.revision !== previous.revision) void pump();
  });
  if (useDocument.getState().opened > 0) void pump();

  return {
    preview(site) {
      wantedPreview = site;
      void pumpPreview();
    },
    previewing: () => wantedPreview !== null,
    stop() {
      stopped = true;
      unsubscribe();
    },
  };
}
