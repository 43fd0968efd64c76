import { useMemo } from 'react';
import type { Frame } from '../../../frame/layout';
import { coolingUnitBox } from '../../../site/footprint';
import type { CoolingUnit } from '../../../site/schema/cooling-unit';
import { BoxLayer } from './BoxLayer';
import { createFrameSource } from './frame-source';
import { QuadLayer } from './QuadLayer';
import { returnQuads, supplyQuads } from './unit-faces';

interface Props {
  units: readonly CoolingUnit[];
  flagsOf: (unit: CoolingUnit) => number;
}

/** Cooling units: bodies, and faces coloured by supply and return temperature. */
export function CoolingUnits({ units, flagsOf }: Props) {
  const boxes = useMemo(
    () => units.map((unit) => ({ box: coolingUnitBox(unit), style: 'equipment' as const, flags: flagsOf(unit) })),
    [units, flagsOf],
  );
  const supply = useMemo(
    () => units.flatMap((unit) => supplyQuads(unit).map((item) => ({ item, id: unit.id }))),
    [units],
  );
  const back = useMemo(
    () => units.flatMap((unit) => returnQuads(unit).map((item) => ({ item, id: unit.id }))),
    [units],
  );
  const items = useMemo(() => [...supply, ...back].map(({ item }) => item), [supply, back]);
  const writeCelsius = useMemo(() => {
    const source = createFrameSource([...supply, ...back].map(({ id }) => id));
    return (frame: Frame, out: Float32Array) => {
      const { unitSupplyCelsius, unitReturnCelsius } = frame.blocks;
      source(frame.layout.unitIds).forEach((place, i) => {
        const block = i < supply.length ? unitSupplyCelsius : unitReturnCelsius;
        out[i] = place < 0 ? Number.NaN : block[place]!;
      });
    };
  }, [supply, back]);
  return (
    <>
      <BoxLayer items={boxes} />
      <QuadLayer items={items} writeCelsius={writeCelsius} />
    </>
  );
}
