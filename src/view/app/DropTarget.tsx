import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withUnsavedCheck } from './choose-file';
import classes from './drop-target.module.css';
import { openFile } from './open-site';

const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** A site file dropped anywhere on the window is opened. */
export function DropTarget() {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const listen = (type: 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) =>
      window.addEventListener(type, handle, { signal: controller.signal });
    listen('dragover', (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    });
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    listen('drop', (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) withUnsavedCheck(() => void openFile(file));
    });
    return () => controller.abort();
  }, []);
  return over ? (
    <div className={classes.target}>
      <div className={classes.text}>{t('open.drop')}</div>
    </div>
  ) : null;
}
