import {
  IconBox,
  IconHome,
  IconLayoutBoard,
  IconRectangle,
  IconSlice,
  IconStack2,
  IconTag,
  IconWalk,
  IconWind,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type CameraMode, useViewOptions } from '../../store/view-options';
import { IconButton } from '../app/IconButton';
import { AirMenu } from './toolbar/AirMenu';
import { LayersMenu } from './toolbar/LayersMenu';
import { SliceMenu } from './toolbar/SliceMenu';
import classes from './toolbar/toolbar.module.css';

const CAMERAS: readonly { mode: CameraMode; Icon: typeof IconBox }[] = [
  { mode: 'orbit', Icon: IconBox },
  { mode: 'plan', Icon: IconLayoutBoard },
  { mode: 'front', Icon: IconRectangle },
  { mode: 'walk', Icon: IconWalk },
];

const iconProps = { size: 17, stroke: 1.6, 'aria-hidden': true } as const;

/** How the room is looked at: cameras, slice, air, labels, layers. */
export function SceneToolbar() {
  const { t } = useTranslation('scene');
  const mode = useViewOptions((state) => state.cameraMode);
  const labels = useViewOptions((state) => state.labels);
  const set = useViewOptions((state) => state.set);
  const goHome = useViewOptions((state) => state.goHome);
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('toolbar.label')} data-testid="scene-toolbar">
      {CAMERAS.map(({ mode: name, Icon }) => (
        <IconButton
          key={name}
          label={t(`camera.${name}`)}
          pressed={mode === name}
          testId={`camera-${name}`}
          onClick={() => set({ cameraMode: name })}
        >
          <Icon {...iconProps} />
        </IconButton>
      ))}
      <IconButton label={t('camera.home')} shortcut={t('key.home')} onClick={goHome} testId="camera-home">
        <IconHome {...iconProps} />
      </IconButton>
      <span className={classes.rule} />
      <SliceMenu icon={<IconSlice {...iconProps} />} />
      <AirMenu icon={<IconWind {...iconProps} />} />
      <IconButton
        label={t('toolbar.labels')}
        pressed={labels}
        testId="toggle-labels"
        onClick={() => set({ labels: !labels })}
      >
        <IconTag {...iconProps} />
      </IconButton>
      <LayersMenu icon={<IconStack2 {...iconProps} />} />
    </div>
  );
}
