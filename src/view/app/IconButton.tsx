import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './icon-button.module.css';

interface IconButtonProps {
  label: string;
  /** Key that does the same, shown beside the label. */
  shortcut?: string;
  onClick(): void;
  children: ReactNode;
  disabled?: boolean;
  pressed?: boolean;
  testId?: string;
  size?: number;
}

/** A button with an icon whose name shows on hover and is read aloud. */
export function IconButton({
  label,
  shortcut,
  onClick,
  children,
  disabled,
  pressed,
  testId,
  size = 30,
}: IconButtonProps) {
  const tip = shortcut === undefined ? label : `${label} (${shortcut})`;
  return (
    <Tooltip label={tip} openDelay={400} withArrow>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        color="slate"
        size={size}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled}
        className={classes.iconButton}
        data-testid={testId}
        onClick={() => {
          if (!disabled) onClick();
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
