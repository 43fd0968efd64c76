import { Loader, Modal } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { useHashPage } from './use-hash-page';

interface FullPageProps {
  /** The part of the address after `#/`. */
  page: string;
  title: string;
  closeLabel: string;
  loadingLabel: string;
  testId: string;
  children: ReactNode;
}

/** A page over the whole window, at an address of its own; what runs in it goes on while it is shut. */
export function FullPage({ page, title, closeLabel, loadingLabel, testId, children }: FullPageProps) {
  const { shown, leave } = useHashPage(page);
  return (
    <Modal
      opened={shown}
      onClose={leave}
      fullScreen
      title={title}
      transitionProps={{ duration: 100 }}
      closeButtonProps={{ 'aria-label': closeLabel }}
      data-testid={testId}
      data-page={page}
    >
      <Suspense fallback={<Loader aria-label={loadingLabel} />}>{children}</Suspense>
    </Modal>
  );
}
