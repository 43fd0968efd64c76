import { type HelperCall, serveRoom } from '../engine/kernels/wasm/thread-team';

// A helper thread of the simulation: it works on the room that it is called to until there is nothing to do.
const scope = self as unknown as DedicatedWorkerGlobalScope;
scope.onmessage = (event: MessageEvent<HelperCall>) => serveRoom(event.data);
