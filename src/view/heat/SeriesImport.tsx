import { Button, CloseButton, Loader } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { IssueList } from '../app/IssueList';
import classes from './heat.module.css';
import { type Imported, type ImportKind, importSeries, pickSeries } from './import-series';

/** Reads weather or carbon intensity from a file of the user's; what is wrong is listed with its line. */
export function SeriesImport() {
  const { t } = useTranslation('heat');
  const [reading, setReading] = useState(false);
  const [result, setResult] = useState<Imported | null>(null);

  const run = async (kind: ImportKind) => {
    const file = await pickSeries(kind);
    if (file === null) return;
    setReading(true);
    const imported = await importSeries(kind, file, {
      severity: 'error',
      code: 'file.too-large',
      path: '',
      message: t('import.tooLarge'),
      remedy: t('import.tooLargeRemedy'),
    });
    setReading(false);
    setResult(imported);
    const { site, apply } = useDocument.getState();
    if (imported.weather !== undefined) apply(t('import.weatherEdit'), { ...site, weather: imported.weather });
    if (imported.carbon !== undefined) apply(t('import.carbonEdit'), { ...site, gridCarbon: imported.carbon });
  };

  const taken = result !== null && (result.weather !== undefined || result.carbon !== undefined);
  return (
    <div>
      <div className={classes.buttons}>
        {(['epw', 'carbon'] as const).map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant="default"
            leftSection={<IconFileImport size={15} />}
            disabled={reading}
            onClick={() => void run(kind)}
            data-testid={`import-${kind}`}
          >
            {t(`import.${kind}`)}
          </Button>
        ))}
        {reading && <Loader size="xs" aria-label={t('import.reading')} />}
      </div>
      {result !== null && (
        <div className={classes.importResult} role="status" data-testid="import-result">
          <p>
            {t(taken ? 'import.taken' : 'import.refused', { file: result.fileName })}
            <CloseButton size="xs" aria-label={t('import.dismiss')} onClick={() => setResult(null)} />
          </p>
          {result.issues.length > 0 && <IssueList issues={result.issues} />}
        </div>
      )}
    </div>
  );
}
