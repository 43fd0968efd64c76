import type { Frame } from '../../frame/layout';

/** A rack that asks for colder air, with its warmest inlet and how often its request counts. */
export interface Asker {
  id: string;
  inletCelsius: number;
  requests: number;
}

/** Racks of the frame that ask, as one text: what is shown changes only when it does. */
export function askersText({ layout, blocks }: Frame, rackIds: ReadonlySet<string>): string {
  const asking: Asker[] = [];
  layout.rackIds.forEach((id, rack) => {
    const requests = blocks.rackRequests[rack]!;
    if (!(requests > 0) || !rackIds.has(id)) return;
    asking.push({ id, inletCelsius: Number(blocks.rackInletMaxCelsius[rack]!.toFixed(1)), requests });
  });
  asking.sort((a, b) => b.inletCelsius - a.inletCelsius || (a.id < b.id ? -1 : 1));
  return asking.length === 0 ? '' : JSON.stringify(asking);
}

export function readAskers(text: string): Asker[] {
  return text === '' ? [] : (JSON.parse(text) as Asker[]);
}
