import { useTranslation } from 'react-i18next';
import { IssuesButton } from './IssuesButton';
import { LanguageSwitch } from './LanguageSwitch';
import { SeedControl } from './SeedControl';
import { SpeedControl } from './SpeedControl';
import classes from './shell.module.css';
import { ThemeSwitch } from './ThemeSwitch';

/** What the top bar of a wide window holds and a phone has no room for. */
export function CompactSettings() {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.sheetRow}>
        {t('run.speed')} <SpeedControl />
      </div>
      <div className={classes.sheetRow}>
        {t('run.seed')} <SeedControl />
      </div>
      <div className={classes.sheetRow}>
        <LanguageSwitch />
        <ThemeSwitch />
        <IssuesButton />
      </div>
    </>
  );
}
