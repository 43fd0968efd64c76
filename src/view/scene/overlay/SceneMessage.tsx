import { Button } from '@mantine/core';
import { IconCubeOff } from '@tabler/icons-react';
import classes from './overlay.module.css';

interface Props {
  title: string;
  body: string;
  action?: { label: string; run: () => void };
}

/** In place of the picture when there is none: what happened and the way out. */
export function SceneMessage({ title, body, action }: Props) {
  return (
    <div className={classes.message} role="alert" data-testid="scene-message">
      <IconCubeOff size={34} stroke={1.3} aria-hidden="true" />
      <strong>{title}</strong>
      <p>{body}</p>
      {action && (
        <Button variant="default" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
