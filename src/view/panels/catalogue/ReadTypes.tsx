import { Button } from '@mantine/core';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCatalogue } from '../../../site/catalogue/read-catalogue';
import type { Issue } from '../../../site/issue';
import { useDocument } from '../../../store/document';
import classes from './catalogue.module.css';

/** Issues of a bad file that are shown. */
const MOST_ISSUES = 5;

/** Reads a file of server types into the site; a bad one is answered with what is wrong and where. */
export function ReadTypes() {
  const { t } = useTranslation('panels');
  const input = useRef<HTMLInputElement>(null);
  const [issues, setIssues] = useState<Issue[]>([]);
  const [count, setCount] = useState<number | null>(null);

  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (file === undefined) return;
    const result = readCatalogue(await file.text());
    setIssues(result.issues);
    setCount(null);
    if (result.issues.length > 0) return;
    const { site, apply } = useDocument.getState();
    const ids = new Set(result.types.map(({ id }) => id));
    const kept = (site.serverTypes ?? []).filter(({ id }) => !ids.has(id));
    if (apply(t('catalogue.readEdit'), { ...site, serverTypes: [...kept, ...result.types] }))
      setCount(result.types.length);
  };

  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => void read(event)}
        data-testid="catalogue-file"
      />
      <Button size="compact-xs" variant="subtle" onClick={() => input.current?.click()}>
        {t('catalogue.read')}
      </Button>
      {count !== null && <p className={classes.meta}>{t('catalogue.readDone', { count })}</p>}
      {issues.length > 0 && (
        <ul className={classes.issues} role="alert" data-testid="catalogue-issues">
          {issues.slice(0, MOST_ISSUES).map(({ path, message, remedy }) => (
            <li key={path + message}>
              {path !== '' && <code>{path}</code>} {message} {remedy}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
