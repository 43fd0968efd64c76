import type { FromLesson, StartLesson } from './lesson-protocol';
import { playLesson } from './play-lesson';

// Wiring only: temperatures in, points out. What was not foreseen reaches the page as an error event.
const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = (event: MessageEvent<StartLesson>) => {
  playLesson(event.data, (message: FromLesson) => scope.postMessage(message));
};
