import '@mantine/core/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTheme } from '../../store/theme';
import { FailuresDrawer } from '../failures/FailuresDrawer';
import { GridStudyDialog } from '../grid-study/GridStudyDialog';
import { HeatDialog } from '../heat/HeatDialog';
import { LessonDialog } from '../lesson/LessonDialog';
import { LeversDialog } from '../levers/LeversDialog';
import { PowerDialog } from '../power/PowerDialog';
import { RecirculationDrawer } from '../recirculation/RecirculationDrawer';
import { ValidationDialog } from '../validation/ValidationDialog';
import { CompactShell } from './CompactShell';
import { DropTarget } from './DropTarget';
import { ErrorBoundary } from './ErrorBoundary';
import { HistoryNotice } from './HistoryNotice';
import { mantineTheme } from './mantine-theme';
import { OpenFailureDialog } from './OpenFailureDialog';
import { ShortcutSheet } from './ShortcutSheet';
import { UnsavedDialog } from './UnsavedDialog';
import { useKeyboard } from './use-keyboard';
import { usePage } from './use-page';
import { WideShell } from './WideShell';

/** Below this width panels become sheets, px. */
const COMPACT_WIDTH = 820;

function Shell() {
  const compact = useMediaQuery(`(max-width: ${COMPACT_WIDTH}px)`, undefined, { getInitialValueInEffect: false });
  useKeyboard();
  usePage();
  return (
    <>
      {compact ? <CompactShell /> : <WideShell />}
      <RecirculationDrawer compact={compact} />
      <FailuresDrawer compact={compact} />
    </>
  );
}

/** The whole application. */
export function App() {
  const theme = useTheme();
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={theme}>
      <ErrorBoundary>
        <Shell />
        <DropTarget />
        <HistoryNotice />
        <OpenFailureDialog />
        <UnsavedDialog />
        <ShortcutSheet />
        <ValidationDialog />
        <GridStudyDialog />
        <HeatDialog />
        <PowerDialog />
        <LessonDialog />
        <LeversDialog />
      </ErrorBoundary>
    </MantineProvider>
  );
}
