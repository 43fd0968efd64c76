import { type Site, type SiteInput, siteSchema } from '../../site/schema/site';

/** A site of which only the given parts matter to a case. */
export function caseSite(parts: Omit<SiteInput, 'format' | 'version' | 'name'>): Site {
  return siteSchema.parse({ format: 'isotherm-site', version: 1, name: 'Validation case', ...parts });
}

type RackInput = NonNullable<SiteInput['racks']>[number];

/** A rack that breathes along x (its front faces -x), with one load of given power and flow in the middle of it. */
export function loadRack(x: number, y: number, powerW: number, airflowM3s: number): RackInput {
  return {
    id: 'rack',
    position: { x, y },
    rotation: 270,
    size: { width: 0.6, depth: 1, height: 2 },
    uHeight: 42,
    contents: [{ kind: 'chassis', id: 'load', uStart: 10, uSize: 20, powerW, airflowM3s, heatCapacityJK: 0 }],
  };
}

/** A duct along x: air of `celsius` is blown in over the whole of one end and leaves freely over the whole of the other. */
export function ductSite(
  size: { length: number; width: number; height: number },
  airflowM3s: number,
  celsius: number,
  parts: Partial<SiteInput> = {},
): Site {
  const end = (x: number) => ({
    centre: { x, y: size.width / 2, z: size.height / 2 },
    width: size.width,
    height: size.height,
    celsius,
  });
  return caseSite({
    room: { width: size.length, depth: size.width, height: size.height, initialCelsius: celsius },
    openings: [
      { id: 'in', surface: 'x-min', flow: { kind: 'pinned', airflowM3s }, ...end(0) },
      { id: 'out', surface: 'x-max', flow: { kind: 'free', lossCoefficient: 0 }, ...end(size.length) },
    ],
    ...parts,
  });
}
