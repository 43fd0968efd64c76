import { Drawer, Loader } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { useHashPage } from './use-hash-page';

interface SideDrawerProps {
  /** The part of the address after `#/`; names the drawer in tests too. */
  page: string;
  /** On a small screen it comes from below. */
  compact: boolean;
  /** Width on a wide screen, px. */
  width: number;
  title: string;
  closeLabel: string;
  loadingLabel: string;
  children: ReactNode;
}

/** Something large beside the room, at an address of its own: the room stays in view and in use. */
export function SideDrawer({ page, compact, width, title, closeLabel, loadingLabel, children }: SideDrawerProps) {
  const { shown, leave } = useHashPage(page);
  return (
    <Drawer
      opened={shown}
      onClose={leave}
      position={compact ? 'bottom' : 'right'}
      size={compact ? '86dvh' : width}
      title={title}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': closeLabel }}
      transitionProps={{ duration: 100 }}
      data-testid={page}
      data-page={page}
    >
      <Suspense fallback={<Loader aria-label={loadingLabel} />}>{children}</Suspense>
    </Drawer>
  );
}
