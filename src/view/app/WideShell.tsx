import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, Panel, type PanelImperativeHandle, Separator, useDefaultLayout } from 'react-resizable-panels';
import { type PanelSide, useLayoutPreferences } from '../../store/layout-preferences';
import { ChartsPanel } from '../charts/ChartsPanel';
import { Inspector } from '../panels/Inspector';
import { LeftPanel } from '../panels/LeftPanel';
import { PageHeading } from './PageHeading';
import { SceneStage } from './SceneStage';
import classes from './shell.module.css';
import { TopBar } from './TopBar';

/** Keeps a panel open or shut as the preferences say, and the preferences as the panel was dragged. */
function usePanel(side: PanelSide) {
  const ref = useRef<PanelImperativeHandle>(null);
  const open = useLayoutPreferences((state) => state.open[side]);
  const setPanel = useLayoutPreferences((state) => state.setPanel);
  useEffect(() => {
    if (open) ref.current?.expand();
    else ref.current?.collapse();
  }, [open]);
  return {
    panelRef: ref,
    collapsible: true,
    collapsedSize: 0,
    onResize: (size: { inPixels: number }) => setPanel(side, size.inPixels > 0),
  };
}

/** The window of a desktop: scene in the middle, panels around it that resize, collapse and remember. */
export function WideShell() {
  const { t } = useTranslation();
  const columns = useDefaultLayout({ id: 'isotherm.columns' });
  const rows = useDefaultLayout({ id: 'isotherm.rows' });
  const left = usePanel('left');
  const right = usePanel('right');
  const bottom = usePanel('bottom');
  return (
    <div className={classes.shell}>
      <TopBar />
      <main className={classes.body}>
        <PageHeading />
        <Group orientation="horizontal" {...columns}>
          <Panel
            id="left"
            defaultSize={248}
            minSize={190}
            maxSize={460}
            groupResizeBehavior="preserve-pixel-size"
            {...left}
          >
            <LeftPanel />
          </Panel>
          <Separator className={classes.separator} aria-label={t('panelToggle.resizeLeft')} />
          <Panel id="centre" minSize={320}>
            <Group orientation="vertical" {...rows}>
              <Panel id="scene" minSize={180}>
                <SceneStage />
              </Panel>
              <Separator className={classes.separatorFlat} aria-label={t('panelToggle.resizeBottom')} />
              <Panel id="bottom" defaultSize={252} minSize={150} groupResizeBehavior="preserve-pixel-size" {...bottom}>
                <ChartsPanel />
              </Panel>
            </Group>
          </Panel>
          <Separator className={classes.separator} aria-label={t('panelToggle.resizeRight')} />
          <Panel
            id="right"
            defaultSize={308}
            minSize={240}
            maxSize={560}
            groupResizeBehavior="preserve-pixel-size"
            {...right}
          >
            <Inspector />
          </Panel>
        </Group>
      </main>
    </div>
  );
}
