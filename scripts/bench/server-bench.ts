import type { GovernorName } from '../../src/engine/servers/governor';
import type { ServerBackend } from '../../src/engine/servers/kernel/host';
import { createServers } from '../../src/engine/servers/servers';
import { stepServers } from '../../src/engine/servers/step';
import { type Site, siteSchema } from '../../src/site/schema/site';

const RACKS = 2500;
const PER_CHASSIS = 20;
/** The shortest of so many steps: what others do on the machine lengthens the rest. */
const STEPS = 120;
const SETTLING_STEPS = 15;

export interface ServerRow {
  governor: GovernorName;
  model: 'inlet' | 'chip';
  backend: ServerBackend;
  demand: 'alike' | 'each';
  /** Kernel alone, the whole step with heat of chassis and sums, and a kernel step towards rest, ns a server. */
  kernelNs: number;
  stepNs: number;
  settleNs: number;
}

function hall(governor: GovernorName, model: ServerRow['model']): Site {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: '100,000 servers',
    room: { width: 100, depth: 100, height: 3 },
    racks: Array.from({ length: RACKS }, (_, n) => ({
      id: `R${n}`,
      position: { x: 1 + (n % 100) * 0.6, y: 1 + Math.floor(n / 100) * 2 },
      size: { width: 0.6, depth: 1.2, height: 2.2 },
      uHeight: 46,
      contents: [0, 1].map((c) => ({
        kind: 'servers' as const,
        id: `c${c}`,
        uStart: 1 + PER_CHASSIS * c,
        uSize: PER_CHASSIS,
        type: 'ibm-x3550-m3',
        count: PER_CHASSIS,
      })),
    })),
    workload: { demand: { kind: 'constant', level: 0.5 }, governor },
    ...(model === 'chip' && { serverOperation: {} }),
  });
}

function measure(site: Site, row: Omit<ServerRow, 'kernelNs' | 'stepNs' | 'settleNs'>): ServerRow {
  const servers = createServers(site, row.backend);
  const inlet = Float64Array.from(servers.structure.chassisIds, (_, n) => 20 + (n % 10));
  const count = servers.serverDemandShare.length;
  // A multiplicative generator: the figures need no better one.
  let state = 1;
  for (let s = 0; s < count; s++) {
    state = (state * 48_271) % 2_147_483_647;
    servers.serverDemandShare[s] = row.demand === 'alike' ? 0.5 : state / 2_147_483_647;
  }
  const moment = { dtSeconds: 1, inletShutdownCelsius: Number.POSITIVE_INFINITY };
  const shortest = (work: () => void, steps = STEPS): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let n = 0; n < steps; n++) {
      const start = performance.now();
      work();
      least = Math.min(least, performance.now() - start);
    }
    return (least * 1e6) / count;
  };
  for (let n = 0; n < 10; n++) stepServers(servers, inlet, 1);
  const stepNs = shortest(() => stepServers(servers, inlet, 1));
  const kernelNs = shortest(() => servers.kernel(moment));
  const rest = { ...moment, dtSeconds: Number.POSITIVE_INFINITY };
  return { ...row, stepNs, kernelNs, settleNs: shortest(() => servers.kernel(rest), SETTLING_STEPS) };
}

/** Cost of a tick of 100,000 servers, by governor, model, back end and how alike neighbours are. */
export function serverRows(backends: readonly ServerBackend[] = ['wasm', 'reference']): ServerRow[] {
  const governors = ['schedutil', 'ondemand'] as const;
  return governors.flatMap((governor) =>
    (['inlet', 'chip'] as const).flatMap((model) => {
      const site = hall(governor, model);
      return backends.flatMap((backend) =>
        (['alike', 'each'] as const).map((demand) => measure(site, { governor, model, backend, demand })),
      );
    }),
  );
}

export function serverText(rows: readonly ServerRow[]): string {
  const lines = rows.map(
    ({ governor, model, backend, demand, kernelNs, stepNs, settleNs }) =>
      `${governor.padEnd(12)}${model.padEnd(8)}${backend.padEnd(11)}${demand.padEnd(8)}${kernelNs.toFixed(1).padStart(9)}${stepNs.toFixed(1).padStart(9)}${settleNs.toFixed(1).padStart(11)}`,
  );
  return ['governor    fans by back end   demand  kernel ns  step ns  settle ns', ...lines, ''].join('\n');
}
