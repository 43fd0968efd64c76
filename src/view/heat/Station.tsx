import type { ReactNode } from 'react';
import classes from './heat.module.css';

interface StationProps {
  name: string;
  /** What it is or does now, in a word or two. */
  state?: ReactNode;
  icon: ReactNode;
  children: ReactNode;
  testId?: string;
}

/** A place where heat passes from one stream to the next. */
export function Station({ name, state, icon, children, testId }: StationProps) {
  return (
    <li className={classes.station} data-testid={testId}>
      <header className={classes.stationHead}>
        {icon}
        <h3>{name}</h3>
      </header>
      {state !== undefined && <p className={classes.stationState}>{state}</p>}
      {children}
    </li>
  );
}
