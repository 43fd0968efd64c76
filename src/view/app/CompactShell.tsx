import { Drawer, UnstyledButton } from '@mantine/core';
import { IconAdjustments, IconCube, IconListTree, IconSettings } from '@tabler/icons-react';
import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInteraction } from '../../store/interaction';
import { ChartsPanel } from '../charts/ChartsPanel';
import { Inspector } from '../panels/Inspector';
import { ObjectTree } from '../panels/ObjectTree';
import { Palette } from '../panels/Palette';
import { ClockReadout } from './ClockReadout';
import { CompactSettings } from './CompactSettings';
import { HeadlineNumbers } from './HeadlineNumbers';
import { HistoryButtons } from './HistoryButtons';
import { PageHeading } from './PageHeading';
import { RunControls } from './RunControls';
import { SceneStage } from './SceneStage';
import { SiteMenu } from './SiteMenu';
import classes from './shell.module.css';

type Sheet = 'objects' | 'add' | 'inspector' | 'settings';

const sheets: readonly { sheet: Sheet; Icon: typeof IconCube; Content: ComponentType }[] = [
  { sheet: 'objects', Icon: IconListTree, Content: ObjectTree },
  { sheet: 'add', Icon: IconCube, Content: Palette },
  { sheet: 'inspector', Icon: IconAdjustments, Content: Inspector },
  { sheet: 'settings', Icon: IconSettings, Content: CompactSettings },
];

/** The window of a phone: the scene above, numbers and charts below it, everything else in sheets. */
export function CompactShell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Sheet | null>(null);
  const placing = useInteraction((state) => state.current.kind === 'placing');
  // What was taken into the hand is put down in the scene: the sheet gets out of the way.
  useEffect(() => {
    if (placing) setOpen(null);
  }, [placing]);
  return (
    <div className={classes.compact}>
      <header className={classes.compactBar}>
        <SiteMenu />
        <HistoryButtons />
      </header>
      <div className={classes.compactScene}>
        <SceneStage compact />
      </div>
      <section className={classes.compactBar} aria-label={t('run.title')}>
        <ClockReadout />
        <div className={classes.sheetRow}>
          <RunControls />
        </div>
      </section>
      <main className={classes.compactScroll}>
        <PageHeading />
        <HeadlineNumbers />
        <ChartsPanel stacked />
      </main>
      <nav className={classes.tabs} aria-label={t('sheet.all')}>
        {sheets.map(({ sheet, Icon }) => (
          <UnstyledButton
            key={sheet}
            className={classes.tab}
            onClick={() => setOpen(sheet)}
            data-testid={`sheet-${sheet}`}
          >
            <Icon size={20} />
            {t(`sheet.${sheet}`)}
          </UnstyledButton>
        ))}
      </nav>
      {sheets.map(({ sheet, Content }) => (
        <Drawer
          key={sheet}
          opened={open === sheet}
          closeButtonProps={{ 'aria-label': t('close') }}
          onClose={() => setOpen(null)}
          position="bottom"
          size="70dvh"
          title={t(`sheet.${sheet}`)}
          keepMounted={false}
        >
          <Content />
        </Drawer>
      ))}
    </div>
  );
}
