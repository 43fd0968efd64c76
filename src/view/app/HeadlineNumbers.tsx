import { useTranslation } from 'react-i18next';
import { HeadlineCard } from './HeadlineCard';
import { HEADLINES } from './headlines';
import classes from './headlines.module.css';
import { LoadNote } from './LoadNote';

/** The four numbers that sum the room up. */
export function HeadlineNumbers() {
  const { t } = useTranslation();
  return (
    <section className={classes.row} aria-label={t('headline.all')}>
      {HEADLINES.map((headline) => (
        <HeadlineCard key={headline.id} headline={headline} />
      ))}
      <LoadNote />
    </section>
  );
}
