import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './panels.module.css';

interface SectionProps {
  id: string;
  title: string;
  children: ReactNode;
  initiallyOpen?: boolean;
}

/** A foldable part of a panel. */
export function Section({ id, title, children, initiallyOpen = true }: SectionProps) {
  const [open, setOpen] = useState(initiallyOpen);
  const bodyId = useId();
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionHeading}>
        <UnstyledButton
          className={classes.sectionButton}
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          aria-controls={bodyId}
          data-testid={`section-${id}`}
        >
          <IconChevronRight size={13} className={classes.chevron} data-open={open || undefined} />
          {title}
        </UnstyledButton>
      </h3>
      <div id={bodyId} hidden={!open} className={classes.sectionBody}>
        {open && children}
      </div>
    </section>
  );
}
