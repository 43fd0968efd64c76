import { readScalar, SERIES_COLUMNS } from '../frame/layout';
import { createSimulationClient, type FrameDelivery, SimulationFault, type WorkerPort } from '../worker/client';
import type { WorkerFault } from '../worker/protocol';
import { createInletAlarm } from './alarms';
import { captureBaseline, clearBaseline } from './baseline';
import { useDocument } from './document';
import { clearEvents, recordEvent } from './events';
import { recordFailureEvents } from './failure-events';
import { forgetFailures, useFailures } from './failures';
import { clearFrames, publishFrame, publishPreview } from './frames';
import { attachLink } from './link';
import { forgetPower, notePowerAlarms } from './power';
import { type RunFault, useRun } from './run';
import { clearSeries, recordSamples } from './series';
import { startSiteSync } from './site-sync';

/** The run store is refreshed at most this often, ms. */
const RUN_REFRESH_MS = 250;

const secondsColumn = SERIES_COLUMNS.indexOf('simulatedSeconds');
const inletColumn = SERIES_COLUMNS.indexOf('inletMaxCelsius');

function fail(source: RunFault['source'], fault: WorkerFault): void {
  useRun.getState().addFault(source, fault);
  recordEvent({ atSeconds: useRun.getState().simulatedSeconds, kind: 'fault', label: fault.message });
}

/** A control call that failed; one that was cancelled is no fault. */
function report(error: unknown): void {
  if (error instanceof DOMException && error.name === 'AbortError') return;
  fail('run', error instanceof SimulationFault ? error.fault : { message: String(error), issues: [] });
}

/** Joins the worker to the stores. Returns what stops it all. */
export function startSimulation(worker: WorkerPort): () => void {
  const client = createSimulationClient(worker);
  const alarm = createInletAlarm();
  let refreshedMs = Number.NEGATIVE_INFINITY;
  let refreshTimer: ReturnType<typeof setTimeout> | null = null;

  const sync = startSiteSync(client, {
    seed: () => useRun.getState().seed,
    onLoading() {
      useRun.setState({
        status: 'loading',
        simulatedSeconds: 0,
        rate: 0,
        settling: false,
        settleProgress: 0,
        faults: [],
      });
      clearFrames();
      clearSeries();
      clearEvents();
      clearBaseline();
      forgetFailures();
      forgetPower();
      alarm.reset();
    },
    onLoaded() {
      useRun.setState({ status: 'ready' });
      const { playing, speed } = useRun.getState();
      void client.call('setRun', { playing, speed }).catch(report);
    },
    onEdited() {
      const { faults } = useRun.getState();
      if (faults.some((fault) => fault.source !== 'load')) {
        useRun.setState({ faults: faults.filter((fault) => fault.source === 'load') });
      }
    },
    onFailure(source, fault) {
      if (source === 'load') useRun.setState({ status: 'error' });
      fail(source, fault);
    },
  });

  const watchAlarms = (samples: Float64Array) => {
    const ashraeClass = useDocument.getState().site.ashraeClass;
    for (let row = 0; row < samples.length; row += SERIES_COLUMNS.length) {
      const event = alarm.update(ashraeClass, samples[row + secondsColumn]!, samples[row + inletColumn]!);
      if (event !== null) recordEvent(event);
    }
  };

  /** The last refresh of a burst always comes, so that the clock of a paused run is right. */
  const refreshRun = ({ frame, rate, settling }: FrameDelivery) => {
    const settleProgress = readScalar(frame, 'settleProgress');
    const simulatedSeconds = readScalar(frame, 'simulatedSeconds');
    const refresh = () => {
      refreshTimer = null;
      refreshedMs = performance.now();
      useRun.setState({ rate, settling, settleProgress, simulatedSeconds });
    };
    if (refreshTimer !== null) clearTimeout(refreshTimer);
    const waitMs = settling === useRun.getState().settling ? refreshedMs + RUN_REFRESH_MS - performance.now() : 0;
    if (waitMs > 0) refreshTimer = setTimeout(refresh, waitMs);
    else refresh();
  };

  client.onFrame((delivery) => {
    publishFrame(delivery.frame);
    recordSamples(delivery.samples);
    watchAlarms(delivery.samples);
    refreshRun(delivery);
  });
  client.onPreview((preview) => {
    if (sync.previewing()) publishPreview(preview);
  });
  client.onFault((fault) => {
    useRun.setState({ playing: false });
    fail('run', fault);
  });

  client.onFailures((failures) => {
    recordFailureEvents(useFailures.getState().live, failures, useRun.getState().simulatedSeconds);
    useFailures.setState({ live: failures });
  });

  client.onPowerAlarms(({ alarms, atSeconds }) => notePowerAlarms(alarms, atSeconds));

  const unsubscribe = useDocument.subscribe((state, previous) => {
    if (state.revision === previous.revision || state.opened !== previous.opened) return;
    const { settling, simulatedSeconds } = useRun.getState();
    captureBaseline(state.lastChange.label, settling);
    if (state.lastChange.kind !== 'open') {
      recordEvent({ atSeconds: simulatedSeconds, kind: state.lastChange.kind, label: state.lastChange.label });
    }
  });

  attachLink({
    setRun: (run) => void client.call('setRun', run).catch(report),
    step: () => void client.call('step', null).catch(report),
    reset: (seed) => {
      alarm.reset();
      void client.call('reset', { seed }).catch(report);
    },
    preview(site) {
      sync.preview(site);
      if (site === null) publishPreview(null);
    },
    // A question that comes too late (the site has gone) has no answer; it is no fault of the run.
    prediction: () => client.call('prediction', null).catch(() => null),
    foresee: (options) => client.call('foresee', null, options),
    power: () => client.call('power', null).catch(() => null),
    provenance: (rackId) => client.call('provenance', { rackId }).catch(() => null),
    inject: (events) => client.call('inject', { events }),
    repair: (failureId) => client.call('repair', { failureId }),
    restartServers: () => client.call('restartServers', null),
    closeBreakers: () => client.call('closeBreakers', null),
    snapshot: () => client.call('snapshot', null),
    shortenAirSteps: (factor) => void client.call('shortenAirSteps', { factor }).catch(report),
    recirculation: (options) => client.call('recirculation', null, options),
  });

  return () => {
    attachLink(null);
    if (refreshTimer !== null) clearTimeout(refreshTimer);
    unsubscribe();
    sync.stop();
    client.dispose();
  };
}
