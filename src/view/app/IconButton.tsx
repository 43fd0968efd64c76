import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import classes from './icon-button.module.css';

interface IconButtonProps
  extends Omit<ActionIconProps, 'size'>,
    Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> {
  label: string;
  /** Key that does the same, shown beside the label. */
  shortcut?: string;
  pressed?: boolean;
  testId?: string;
  size?: number;
}

/**
 * A button with an icon whose name shows on hover and is read aloud. A disabled one keeps its place in the order of
 * focus, so that its name can still be read. It may be the target of a popover or a menu.
 */
export function IconButton({
  label,
  shortcut,
  onClick,
  disabled,
  pressed,
  testId,
  size = 30,
  ...rest
}: IconButtonProps) {
  const tip = shortcut === undefined ? label : `${label} (${shortcut})`;
  return (
    <Tooltip label={tip} openDelay={400} withArrow disabled={rest['aria-expanded'] === true}>
      <ActionIcon
        {...rest}
        variant={pressed ? 'light' : 'subtle'}
        color="slate"
        size={size}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled}
        className={classes.iconButton}
        data-testid={testId}
        onClick={disabled ? undefined : onClick}
      />
    </Tooltip>
  );
}
