import { useMemo } from 'react';
import { useTheme } from '../../store/theme';
import type { Figure } from '../../validation/case';
import { svgChart } from '../../validation/svg-chart';
import { useSpeak } from './use-speak';
import classes from './validation.module.css';

/** The figures of a case, as pictures that can be saved. */
export function CaseFigures({ figures }: { figures: readonly Figure[] }) {
  const speak = useSpeak();
  const theme = useTheme();
  const pictures = useMemo(
    () =>
      figures.map((figure) => ({
        id: figure.id,
        title: speak(figure.title),
        source: `data:image/svg+xml,${encodeURIComponent(svgChart(figure, speak, theme))}`,
      })),
    [figures, speak, theme],
  );
  return (
    <div className={classes.figures}>
      {pictures.map(({ id, title, source }) => (
        <img key={id} src={source} alt={title} className={classes.figure} />
      ))}
    </div>
  );
}
