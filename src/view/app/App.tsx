import '@mantine/core/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTheme } from '../../store/theme';
import { CompactShell } from './CompactShell';
import { DropTarget } from './DropTarget';
import { mantineTheme } from './mantine-theme';
import { OpenFailureDialog } from './OpenFailureDialog';
import { ShortcutSheet } from './ShortcutSheet';
import { UnsavedDialog } from './UnsavedDialog';
import { useKeyboard } from './use-keyboard';
import { WideShell } from './WideShell';

/** Below this width panels become sheets, px. */
const COMPACT_WIDTH = 820;

function Shell() {
  const compact = useMediaQuery(`(max-width: ${COMPACT_WIDTH}px)`, undefined, { getInitialValueInEffect: false });
  useKeyboard();
  return compact ? <CompactShell /> : <WideShell />;
}

/** The whole application. */
export function App() {
  const theme = useTheme();
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={theme}>
      <Shell />
      <DropTarget />
      <OpenFailureDialog />
      <UnsavedDialog />
      <ShortcutSheet />
    </MantineProvider>
  );
}
