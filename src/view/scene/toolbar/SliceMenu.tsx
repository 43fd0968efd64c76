import { Popover, SegmentedControl, Slider, Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../../store/document';
import { type SliceAxis, useViewOptions } from '../../../store/view-options';
import { IconButton } from '../../app/IconButton';
import { roomLength } from '../field/slice-place';
import classes from './toolbar.module.css';

/** The temperature slice: shown or not, its axis, its place, its iso-lines. */
export function SliceMenu({ icon }: { icon: ReactNode }) {
  const { t } = useTranslation('scene');
  const room = useDocument((state) => state.site.room);
  const slice = useViewOptions((state) => state.slice);
  const setSlice = useViewOptions((state) => state.setSlice);
  const [open, setOpen] = useState(false);
  const length = roomLength(room, slice.axis);
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <IconButton
          label={t('slice.title')}
          pressed={slice.visible}
          testId="toggle-slice"
          onClick={() => {
            if (!open && !slice.visible) setSlice({ visible: true });
            setOpen(!open);
          }}
        >
          {icon}
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu}>
        <div className={classes.menuTitle}>{t('slice.question')}</div>
        <Switch
          size="xs"
          label={t('slice.show')}
          checked={slice.visible}
          onChange={(event) => setSlice({ visible: event.currentTarget.checked })}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('slice.axis')}
          value={slice.axis}
          onChange={(axis) => setSlice({ axis: axis as SliceAxis })}
          data={(['x', 'y', 'z'] as const).map((axis) => ({ value: axis, label: t(`slice.across.${axis}`) }))}
        />
        <Slider
          size="sm"
          min={0}
          max={1}
          step={0.001}
          value={slice.position}
          onChange={(position) => setSlice({ position })}
          label={(position) => `${(position * length).toFixed(2)} m`}
          thumbLabel={t('slice.position')}
        />
        <Switch
          size="xs"
          label={t('slice.isoLines')}
          checked={slice.isoLines}
          onChange={(event) => setSlice({ isoLines: event.currentTarget.checked })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
