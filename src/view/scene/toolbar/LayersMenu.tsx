import { Popover, SegmentedControl, Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../../store/document';
import { type Quality, type UnderfloorDisplay, useViewOptions } from '../../../store/view-options';
import { IconButton } from '../../app/IconButton';
import { FLOOR_TINT_METRES } from '../field/floor-tint';
import classes from './toolbar.module.css';

/** What is drawn besides racks and units, and how finely. */
export function LayersMenu({ icon }: { icon: ReactNode }) {
  const { t } = useTranslation('scene');
  const { showFloorTint, showContainment, showCeiling, showGrid, underfloor, quality, set } = useViewOptions();
  const computed = useDocument((state) => state.site.raisedFloor?.plenum === 'two-dimensional');
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <IconButton label={t('layers.title')} testId="layers-menu" onClick={() => setOpen(!open)}>
          {icon}
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu}>
        <div className={classes.menuTitle}>{t('layers.question')}</div>
        <Switch
          size="xs"
          label={t('layers.floorTint', { height: FLOOR_TINT_METRES.toFixed(1) })}
          checked={showFloorTint}
          onChange={(e) => set({ showFloorTint: e.currentTarget.checked })}
        />
        <Switch
          size="xs"
          label={t('layers.containment')}
          checked={showContainment}
          onChange={(e) => set({ showContainment: e.currentTarget.checked })}
        />
        <Switch
          size="xs"
          label={t('layers.ceiling')}
          checked={showCeiling}
          onChange={(e) => set({ showCeiling: e.currentTarget.checked })}
        />
        <Switch
          size="xs"
          label={t('layers.grid')}
          checked={showGrid}
          onChange={(e) => set({ showGrid: e.currentTarget.checked })}
        />
        <div className={classes.menuTitle}>{t('underfloor.title')}</div>
        <SegmentedControl
          size="xs"
          aria-label={t('underfloor.title')}
          value={computed ? underfloor : 'off'}
          disabled={!computed}
          onChange={(value) => set({ underfloor: value as UnderfloorDisplay })}
          data={(['off', 'pressure', 'temperature'] as const).map((value) => ({
            value,
            label: t(`underfloor.${value}`),
          }))}
        />
        {!computed && <div className={classes.menuNote}>{t('underfloor.needs')}</div>}
        <div className={classes.menuTitle}>{t('layers.quality')}</div>
        <SegmentedControl
          size="xs"
          aria-label={t('layers.quality')}
          value={quality}
          onChange={(value) => set({ quality: value as Quality })}
          data={(['auto', 'high', 'low'] as const).map((value) => ({ value, label: t(`quality.${value}`) }))}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
