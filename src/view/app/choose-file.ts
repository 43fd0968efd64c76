import { useDialogs } from '../../store/dialogs';
import { useDocument } from '../../store/document';
import { openFile } from './open-site';

/** Runs `next` at once, or after the user has decided about unsaved changes. */
export function withUnsavedCheck(next: () => void): void {
  if (useDocument.getState().dirty) useDialogs.getState().askAboutUnsaved(next);
  else next();
}

function pickFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void openFile(file);
  });
  input.click();
}

/** Lets the user choose a site file and opens it. */
export function chooseFile(): void {
  withUnsavedCheck(pickFile);
}
