import { useTranslation } from 'react-i18next';
import { ObjectTree } from './ObjectTree';
import { Palette } from './Palette';
import classes from './panels.module.css';
import { Section } from './Section';

/** What is in the room, and what can be added to it. */
export function LeftPanel() {
  const { t } = useTranslation('panels');
  return (
    <aside className={classes.panel} aria-label={t('left.title')}>
      <ObjectTree />
      <div className={classes.paletteSection}>
        <Section id="palette" title={t('palette.title')}>
          <Palette />
        </Section>
      </div>
    </aside>
  );
}
