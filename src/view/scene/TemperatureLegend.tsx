import { NumberInput, Popover, SegmentedControl, UnstyledButton } from '@mantine/core';
import { type CSSProperties, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ashraeLimits } from '../../site/ashrae';
import { useDocument } from '../../store/document';
import { type TemperatureScale, useViewOptions } from '../../store/view-options';
import { type ColourRange, temperatureColour } from './colour-map';
import classes from './legend/legend.module.css';
import { legendTicks, scalePlace } from './legend/legend-ticks';
import { useTemperatureRange } from './range-store';

/** The colours of the range from cold to hot, as the stops of a CSS gradient. */
function gradientStops(range: ColourRange): string {
  const stops = Array.from({ length: 33 }, (_, i) => {
    const share = i / 32;
    return `${temperatureColour(range.minCelsius + share * (range.maxCelsius - range.minCelsius), range)} ${(share * 100).toFixed(1)}%`;
  });
  return stops.join(', ');
}

/** Places go in as custom properties: the style sheet lays the scale upright, or flat on small screens. */
const placed = (properties: Record<`--${string}`, string>) => properties as CSSProperties;
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

function ScaleEditor({ range, scale }: { range: ColourRange; scale: TemperatureScale }) {
  const { t } = useTranslation('scene');
  const set = useViewOptions((state) => state.set);
  const fix = (minCelsius: number, maxCelsius: number) => {
    if (maxCelsius - minCelsius >= 1) set({ temperatureScale: { mode: 'fixed', minCelsius, maxCelsius } });
  };
  return (
    <div className={classes.editor}>
      <div className={classes.editorTitle}>{t('legend.question')}</div>
      <SegmentedControl
        size="xs"
        aria-label={t('legend.mode')}
        value={scale.mode}
        onChange={(mode) =>
          mode === 'auto' ? set({ temperatureScale: { mode: 'auto' } }) : fix(range.minCelsius, range.maxCelsius)
        }
        data={[
          { value: 'auto', label: t('legend.auto') },
          { value: 'fixed', label: t('legend.fixed') },
        ]}
      />
      <div className={classes.editorRow}>
        <NumberInput
          size="xs"
          label={t('legend.min')}
          suffix=" °C"
          value={range.minCelsius}
          min={-50}
          max={range.maxCelsius - 1}
          onChange={(value) => typeof value === 'number' && fix(value, range.maxCelsius)}
        />
        <NumberInput
          size="xs"
          label={t('legend.max')}
          suffix=" °C"
          value={range.maxCelsius}
          min={range.minCelsius + 1}
          max={150}
          onChange={(value) => typeof value === 'number' && fix(range.minCelsius, value)}
        />
      </div>
      <p className={classes.editorNote}>{t('legend.note', { celsius: range.centreCelsius })}</p>
    </div>
  );
}

/** What the colours stand for, °C, with the ASHRAE limits of the site's class; a click sets the scale. */
export function TemperatureLegend() {
  const { t } = useTranslation('scene');
  const range = useTemperatureRange((state) => state.range);
  const scale = useViewOptions((state) => state.temperatureScale);
  const ashraeClass = useDocument((state) => state.site.ashraeClass);
  const [open, setOpen] = useState(false);
  const limits = ashraeLimits(ashraeClass);
  const stops = useMemo(() => gradientStops(range), [range]);
  const recommended = {
    from: Math.max(0, (limits.recommendedMinCelsius - range.minCelsius) / (range.maxCelsius - range.minCelsius)),
    to: Math.min(1, (limits.recommendedMaxCelsius - range.minCelsius) / (range.maxCelsius - range.minCelsius)),
  };
  const marks = [
    { key: 'allowableMax', celsius: limits.allowableMaxCelsius },
    { key: 'allowableMin', celsius: limits.allowableMinCelsius },
  ] as const;
  return (
    <Popover opened={open} onChange={setOpen} position="left-end" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.legend}
          onClick={() => setOpen(!open)}
          aria-label={t('legend.label', { min: range.minCelsius, max: range.maxCelsius })}
          title={t('legend.hint')}
          data-testid="temperature-legend"
        >
          <span className={classes.head}>
            °C{scale.mode === 'fixed' && <span className={classes.fixed}> {t('legend.fixedMark')}</span>}
          </span>
          <span className={classes.body}>
            <span className={classes.limits} aria-hidden="true">
              {recommended.to > recommended.from && (
                <span
                  className={classes.recommended}
                  style={placed({
                    '--at': percent(recommended.from),
                    '--length': percent(recommended.to - recommended.from),
                  })}
                  title={t('legend.recommended')}
                />
              )}
              {marks.map(({ key, celsius }) => {
                const place = scalePlace(celsius, range);
                return place === null ? null : (
                  <span
                    key={key}
                    className={classes.allowable}
                    style={placed({ '--at': percent(place) })}
                    title={t(`legend.${key}`)}
                  />
                );
              })}
            </span>
            <span className={classes.colours} style={placed({ '--stops': stops })} />
            <span className={classes.ticks}>
              {legendTicks(range).map((celsius) => (
                <span
                  key={celsius}
                  className={classes.tick}
                  style={placed({ '--at': percent(scalePlace(celsius, range) ?? 0) })}
                >
                  {celsius}
                </span>
              ))}
            </span>
          </span>
          <span className={classes.foot}>ASHRAE {ashraeClass}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ScaleEditor range={range} scale={scale} />
      </Popover.Dropdown>
    </Popover>
  );
}
