import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerStatus } from '../../frame/power';
import { useDocument } from '../../store/document';
import { formatDuration, formatPower, formatShare, joinShown } from '../numbers/format';
import { BatterySymbol, BreakerSymbol, ConverterSymbol, GeneratorSymbol, TransformerSymbol } from './OneLineSymbols';
import { type DiagramValue, liveParts, plainLoad, sideLive, together } from './one-line-values';
import classes from './power.module.css';

interface ItemProps {
  x: number;
  y: number;
  name: string;
  value: DiagramValue | null;
  children: ReactNode;
}

/** A symbol with its name, its load, and how full it is, beside it. */
function Item({ x, y, name, value, children }: ItemProps) {
  const shown = value === null ? null : joinShown(formatPower(value.loadW));
  const share = value === null || Number.isNaN(value.share) ? '' : ` · ${joinShown(formatShare(value.share))}`;
  const open = value !== null && (value.tripped > 0 || value.opened > 0 || value.dead);
  const level = open || value?.bypass === true ? 'alarm' : (value?.level ?? 'ok');
  return (
    <g transform={`translate(${x} ${y})`} data-level={level} data-open={open || undefined} className={classes.item}>
      {children}
      {open && <path d="M-11 -11L11 11M-11 11L11 -11" className={classes.openMark} />}
      <text x={17} y={-2}>
        {name}
      </text>
      <text x={17} y={11} className={classes.itemLoad}>
        {shown}
        {share}
      </text>
      {value !== null && <Condition value={value} />}
      {level !== 'ok' && <path d="M-26 4L-20 -7L-14 4Z" className={classes.itemMark} transform="translate(0 0)" />}
    </g>
  );
}

/** What is open, on bypass, or about to trip, in a line of its own. */
function Condition({ value }: { value: DiagramValue }) {
  const { t } = useTranslation('power');
  const { tripped, opened, dead, bypass, tripsInSeconds } = value;
  const words = [
    tripped > 0 ? t('oneLine.tripped', { count: tripped }) : '',
    opened > 0 ? t('oneLine.opened', { count: opened }) : '',
    dead ? t('oneLine.dead') : '',
    bypass ? t('oneLine.bypass') : '',
    tripsInSeconds < Number.POSITIVE_INFINITY ? t('oneLine.tripsIn', { time: formatDuration(tripsInSeconds) }) : '',
  ].filter((word) => word !== '');
  if (words.length === 0) return null;
  return (
    <text x={17} y={24} className={classes.itemLoad}>
      {words.join(' · ')}
    </text>
  );
}

function Line({ d, live }: { d: string; live: boolean }) {
  return <path d={d} className={classes.wire} data-live={live} />;
}

/** Where the wires run, in the units of the picture. */
const A = 34;
const B = 166;
const GENERATOR = 286;
const COOLING = 322;
const OTHER = 382;

/** The chain as a single-line diagram with what each element carries now. */
export function OneLine({ status }: { status: PowerStatus }) {
  const { t } = useTranslation('power');
  const electrical = useDocument((state) => state.site.electrical);
  const rackCount = useDocument((state) => state.site.racks.length);
  const { elements, watts, twoFeeds } = status;
  const live = liveParts(status);
  const twoUps = electrical?.ups?.redundancy === '2N';
  const feeds = twoFeeds ? (['A', 'B'] as const) : ([null] as const);
  const columns = [A, B];
  const upsSides = twoUps ? (['A', 'B'] as const) : ([null] as const);
  const side = (name: string, which: 'A' | 'B' | null) =>
    which === null ? name : t('element.withSide', { name, side: which });
  const generator = together(elements, 'generator', null);
  const transformer = together(elements, 'transformer', null);
  const switchgear = together(elements, 'switchgear', null);
  const fedW = watts.utilityW + watts.generatorW;
  return (
    <section className={classes.section} aria-labelledby="power-one-line">
      <h2 id="power-one-line">{t('oneLine.title')}</h2>
      <svg viewBox="0 0 412 440" className={classes.oneLine} role="img" aria-label={t('oneLine.title')}>
        <text x={A} y={12} textAnchor="middle" className={classes.endName}>
          {t('oneLine.grid')}
        </text>
        <Line d={`M${A} 18V108`} live={live.grid} />
        {transformer === null ? (
          <text x={A + 17} y={58} className={classes.itemLoad}>
            {joinShown(formatPower(watts.utilityW))}
          </text>
        ) : (
          <Item x={A} y={58} name={t('element.transformer')} value={transformer}>
            <TransformerSymbol />
          </Item>
        )}
        {generator !== null && (
          <>
            <Line d={`M${GENERATOR} 58V108`} live={live.generator} />
            <Item x={GENERATOR} y={48} name={t('element.generator')} value={generator}>
              <GeneratorSymbol />
            </Item>
          </>
        )}
        <path d="M14 108H402" className={classes.bus} data-live={live.main} />
        <text x={A + 17} y={101}>
          {switchgear === null
            ? t('oneLine.main')
            : `${t('element.switchgear')} · ${joinShown(formatPower(fedW))} · ${joinShown(formatShare(switchgear.share))}`}
        </text>
        {upsSides.map((which, n) => (
          <g key={which ?? 'one'}>
            <Line d={`M${columns[n]} 108V224`} live={live.main || live.it} />
            {electrical?.ups !== undefined && (
              <Item
                x={columns[n]!}
                y={166}
                name={side(t('element.ups'), which)}
                value={together(elements, 'ups', which)}
              >
                <ConverterSymbol />
              </Item>
            )}
          </g>
        ))}
        {electrical?.ups?.battery !== undefined && (
          <BatterySymbol x={twoUps ? B : A} y={196} live={watts.batteryW > 0} />
        )}
        {twoFeeds && !twoUps && <Line d={`M${A} 224H${B}`} live={live.it} />}
        {feeds.map((which, n) => {
          const rackFeed = together(elements, 'rack-feed', which);
          const pduW = watts.itW + watts.rackPduLossW;
          return (
            <g key={which ?? 'one'}>
              <Line d={`M${columns[n]} 224V290`} live={sideLive(status, which).fed} />
              <Line d={`M${columns[n]} 290V386`} live={sideLive(status, which).racks} />
              <Item
                x={columns[n]!}
                y={254}
                name={side(t('oneLine.pdu'), which)}
                value={together(elements, 'pdu', which) ?? plainLoad(pduW / feeds.length)}
              >
                <TransformerSymbol />
              </Item>
              {rackFeed !== null && (
                <Item x={columns[n]!} y={334} name={side(t('oneLine.feeds'), which)} value={rackFeed}>
                  <BreakerSymbol />
                </Item>
              )}
            </g>
          );
        })}
        <rect x={10} y={386} width={twoFeeds ? 262 : 150} height={50} rx={4} className={classes.load} />
        <text x={20} y={407}>
          {t('oneLine.racks', { count: rackCount })}
        </text>
        <text x={20} y={424} className={classes.itemLoad}>
          {joinShown(formatPower(watts.itW))}
          {status.darkRackIds.length > 0 && (
            <tspan className={classes.darkCount}>
              {' · '}
              {t('oneLine.dark', { count: status.darkRackIds.length })}
            </tspan>
          )}
        </text>
        <Line d={`M${COOLING} 108V386`} live={live.main} />
        <rect x={COOLING - 28} y={386} width={56} height={50} rx={4} className={classes.load} />
        <text x={COOLING} y={407} textAnchor="middle">
          {t('node.cooling')}
        </text>
        <text x={COOLING} y={424} textAnchor="middle" className={classes.itemLoad}>
          {joinShown(formatPower(watts.coolingW))}
        </text>
        <Line d={`M${OTHER} 108V386`} live={live.main} />
        <rect x={OTHER - 28} y={386} width={56} height={50} rx={4} className={classes.load} />
        <text x={OTHER} y={407} textAnchor="middle">
          {t('node.other')}
        </text>
        <text x={OTHER} y={424} textAnchor="middle" className={classes.itemLoad}>
          {joinShown(formatPower(watts.otherW))}
        </text>
      </svg>
      <p className={classes.source}>{t('oneLine.note')}</p>
    </section>
  );
}
