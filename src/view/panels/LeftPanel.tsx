import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ObjectTree } from './ObjectTree';
import { Palette } from './Palette';
import classes from './panels.module.css';
import { Section } from './Section';

/** What is in the room, and what can be added to it. */
export function LeftPanel() {
  const { t } = useTranslation('panels');
  return (
    <section className={classes.panel} aria-label={t('left.title')}>
      <VisuallyHidden>
        <h2>{t('left.title')}</h2>
      </VisuallyHidden>
      <ObjectTree />
      <div className={classes.paletteSection}>
        <Section id="palette" title={t('palette.title')}>
          <Palette />
        </Section>
      </div>
    </section>
  );
}
