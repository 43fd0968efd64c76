import { createRoot } from 'react-dom/client';
import { provideFailureWorker } from './store/failures';
import { provideGridStudyWorker } from './store/grid-study';
import { provideLessonWorker } from './store/lesson';
import { provideLeversWorker } from './store/levers';
import { startSimulation } from './store/simulation';
import { followSystemTheme } from './store/theme';
import { provideValidationWorker } from './store/validation';
import { App } from './view/app/App';
import { openFirstSite } from './view/app/open-site';
import { startI18n } from './view/i18n/i18n';

startI18n();
const stopTheme = followSystemTheme(window.matchMedia('(prefers-color-scheme: dark)'));
const worker = new Worker(new URL('./worker/sim.worker.ts', import.meta.url), { type: 'module' });
const stopSimulation = startSimulation(worker);
provideValidationWorker(
  () => new Worker(new URL('./validation/validation.worker.ts', import.meta.url), { type: 'module' }),
);
provideGridStudyWorker(
  () => new Worker(new URL('./validation/grid-study/grid-study.worker.ts', import.meta.url), { type: 'module' }),
);
provideFailureWorker(() => new Worker(new URL('./worker/failure.worker.ts', import.meta.url), { type: 'module' }));
provideLessonWorker(() => new Worker(new URL('./worker/lesson.worker.ts', import.meta.url), { type: 'module' }));
provideLeversWorker(() => new Worker(new URL('./worker/levers.worker.ts', import.meta.url), { type: 'module' }));
const root = createRoot(document.getElementById('root')!);
root.render(<App />);
void openFirstSite();

import.meta.hot?.dispose(() => {
  root.unmount();
  stopSimulation();
  stopTheme();
});
