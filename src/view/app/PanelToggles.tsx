import { IconLayoutBottombar, IconLayoutSidebar, IconLayoutSidebarRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type PanelSide, useLayoutPreferences } from '../../store/layout-preferences';
import { IconButton } from './IconButton';

const sides: readonly { side: PanelSide; Icon: typeof IconLayoutSidebar }[] = [
  { side: 'left', Icon: IconLayoutSidebar },
  { side: 'bottom', Icon: IconLayoutBottombar },
  { side: 'right', Icon: IconLayoutSidebarRight },
];

/** Shows and hides the three panels. */
export function PanelToggles() {
  const { t } = useTranslation();
  const open = useLayoutPreferences((state) => state.open);
  const togglePanel = useLayoutPreferences((state) => state.togglePanel);
  return (
    <>
      {sides.map(({ side, Icon }) => (
        <IconButton
          key={side}
          label={t(`panelToggle.${side}`)}
          pressed={open[side]}
          onClick={() => togglePanel(side)}
          testId={`toggle-${side}`}
        >
          <Icon size={18} />
        </IconButton>
      ))}
    </>
  );
}
