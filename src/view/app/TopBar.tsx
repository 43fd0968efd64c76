import { Divider } from '@mantine/core';
import { ClockReadout } from './ClockReadout';
import { HistoryButtons } from './HistoryButtons';
import { IssuesButton } from './IssuesButton';
import { LanguageSwitch } from './LanguageSwitch';
import { PanelToggles } from './PanelToggles';
import { RunControls } from './RunControls';
import { SeedControl } from './SeedControl';
import { ShortcutsButton } from './ShortcutsButton';
import { SiteMenu } from './SiteMenu';
import { SpeedControl } from './SpeedControl';
import { ThemeSwitch } from './ThemeSwitch';
import classes from './top-bar.module.css';

/** The bar across the top of a wide window. */
export function TopBar() {
  return (
    <header className={classes.bar}>
      <div className={classes.group}>
        <SiteMenu />
        <Divider orientation="vertical" className={classes.divider} />
        <HistoryButtons />
      </div>
      <div className={classes.group}>
        <RunControls />
        <SpeedControl />
        <ClockReadout />
        <SeedControl />
      </div>
      <div className={classes.group}>
        <IssuesButton />
        <LanguageSwitch />
        <ThemeSwitch />
        <ShortcutsButton />
        <Divider orientation="vertical" className={classes.divider} />
        <PanelToggles />
      </div>
    </header>
  );
}
