import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './error-boundary.module.css';
import { saveSite } from './save-site';

function Broken({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <div className={classes.broken} role="alert">
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.text')}</p>
      <pre className={classes.detail}>{error.message}</pre>
      <div className={classes.actions}>
        <button type="button" onClick={saveSite}>
          {t('site.save')}
        </button>
        <button type="button" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </button>
      </div>
    </div>
  );
}

/** Stands in for the interface when a part of it fails: the open site can still be saved. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <Broken error={this.state.error} />;
  }
}
