import type { ServerOperation } from '../../../site/schema/server-operation';
import type { Site } from '../../../site/schema/site';
import type { FieldSpec } from './field-spec';

/** What a site that says nothing does. */
const UNSAID: ServerOperation = {
  fanControl: 'inlet',
  fanZones: 'common',
  heatSinkResistance: 1,
  leakage: false,
  powerManagement: { mode: 'off' },
};

/** Time without work that a fresh sleep policy waits, s. */
const SLEEP_AFTER_SECONDS = 300;

const operationOf = (site: Site): ServerOperation => site.serverOperation ?? UNSAID;

/** The site with a part of it changed; one that says nothing new says nothing. */
function withOperation(site: Site, change: Partial<ServerOperation>): Site {
  const serverOperation = { ...operationOf(site), ...change };
  const { serverOperation: _, ...rest } = site;
  return JSON.stringify(serverOperation) === JSON.stringify(UNSAID) ? rest : { ...rest, serverOperation };
}

/** How catalogue servers are built and run: each a choice to compare with its opposite. */
export const serverFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'choice',
    id: 'fanControl',
    options: ['inlet', 'chip'],
    read: (site) => operationOf(site).fanControl,
    write: (site, value) => withOperation(site, { fanControl: value as ServerOperation['fanControl'] }),
  },
  {
    kind: 'choice',
    id: 'fanZones',
    options: ['common', 'zoned'],
    read: (site) => operationOf(site).fanZones,
    write: (site, value) => withOperation(site, { fanZones: value as ServerOperation['fanZones'] }),
  },
  {
    kind: 'number',
    id: 'heatSink',
    unit: '%',
    scale: 100,
    step: 5,
    min: 30,
    max: 200,
    decimals: 1,
    read: (site) => operationOf(site).heatSinkResistance,
    write: (site, value) => withOperation(site, { heatSinkResistance: value ?? 1 }),
  },
  {
    kind: 'switch',
    id: 'leakage',
    read: (site) => operationOf(site).leakage,
    write: (site, value) => withOperation(site, { leakage: value }),
  },
  {
    kind: 'choice',
    id: 'powerManagement',
    options: ['off', 'idle', 'sleep'],
    read: (site) => operationOf(site).powerManagement.mode,
    write: (site, value) =>
      withOperation(site, {
        powerManagement:
          value === 'sleep' ? { mode: 'sleep', afterSeconds: SLEEP_AFTER_SECONDS } : { mode: value as 'off' | 'idle' },
      }),
  },
  {
    kind: 'number',
    id: 'sleepAfter',
    unit: 's',
    step: 60,
    min: 0,
    max: 86_400,
    decimals: 0,
    when: (site) => operationOf(site).powerManagement.mode === 'sleep',
    read: (site) => {
      const { powerManagement } = operationOf(site);
      return powerManagement.mode === 'sleep' ? powerManagement.afterSeconds : null;
    },
    write: (site, value) =>
      withOperation(site, { powerManagement: { mode: 'sleep', afterSeconds: value ?? SLEEP_AFTER_SECONDS } }),
  },
];
