import type { Label } from './case';

/** Every text of the cases in English, by the keys that the cases use. `{{name}}` is filled in. */
export const VALIDATION_WORDS = {
  case: {
    'lid-driven-cavity': {
      title: 'Lid-driven cavity',
      about:
        'A square of fluid whose upper wall slides. Tests momentum, pressure and no-slip walls: velocities on the two middle lines against published ones.',
      source: 'Ghia, Ghia & Shin 1982, J. Comput. Phys. 48:387-411, tables I and II',
    },
    'heated-cavity': {
      title: 'Heated square cavity',
      about:
        'Air in a square, hot on the left, cold on the right. Tests buoyancy, heat transport and thin boundary layers up to a Rayleigh number of a million.',
      source:
        'Wang, Wang, Lallemand & Luo 2013, Comput. Math. Appl. 65:262-286; at Ra 1e6 Le Quere as quoted there; de Vahl Davis 1983, Int. J. Numer. Methods Fluids 3:249-264',
    },
    'rayleigh-benard': {
      title: 'Rayleigh-Bénard rolls',
      about:
        'A layer of air heated from below stays at rest up to a Rayleigh number of 1708 and turns over in rolls above it. Catches a wrong sign or size of buoyancy.',
      source:
        'Wang, Wang, Lallemand & Luo 2013, table 16; Clever & Busse 1974, J. Fluid Mech. 65:625-645; onset: Reid & Harris 1958, Phys. Fluids 1:102-110',
    },
    'closed-room': {
      title: 'Closed room',
      about:
        'A sealed adiabatic room keeps every joule that a rack gives off, and layered air in hydrostatic balance does not move.',
      source: 'Exact: conservation of energy, hydrostatics',
    },
    duct: {
      title: 'Duct',
      about:
        'Air blown through a duct leaves with the flow that entered, after a mean time of volume over flow; a rack in it heats the air by its power over rho cp Q.',
      source: 'Exact: conservation of mass and energy',
    },
    'tile-law': {
      title: 'Perforated tile',
      about: 'Flow through floor tiles of 0.61 m under pressure, by the law that the raised floor uses.',
      source:
        'Fried & Idelchik 1989, in the form used for floor tiles by Karki, Patankar & Schmidt; worked out by hand',
    },
    plenum: {
      title: 'Raised-floor plenum',
      about:
        'Air under a floor one tile wide, fed at one end. Where it gives out its air evenly it regains the dynamic pressure in a known way; with twelve tiles of 25 % open area momentum, drag and the tile law decide the flow of each, which is compared with the one-dimensional equations integrated to high accuracy.',
      source: 'Exact: one-dimensional momentum and mass of a manifold, tiles by the perforated-plate law',
    },
    'oblique-step': {
      title: 'Step carried at 45 degrees',
      about:
        'A sharp step of temperature carried across the cells by a uniform flow without any diffusion: all the smearing is numeric. Given as a diffusivity in units of speed times cell size.',
      source: 'Leading truncation error of upwind; de Vahl Davis & Mallinson 1976, Comput. Fluids 4:29-43',
    },
    'time-step-sweep': {
      title: 'Time step of the steady mode',
      about:
        'A room with a rack and a wall unit, solved with short and long air steps: the steady inlet temperatures must be the same.',
      source: 'Exact: a steady state has no time step',
    },
  },
  quantity: {
    lid: {
      u: 'u on the vertical middle line, RMS error, Re {{re}}',
      v: 'v on the horizontal middle line, RMS error, Re {{re}}',
    },
    cavity: {
      nusselt: 'mean Nusselt number of the hot wall, Ra {{ra}}',
      uMax: 'largest u on the vertical middle line, Ra {{ra}}',
      vMax: 'largest v on the horizontal middle line, Ra {{ra}}',
      gradedUpwind: 'mean Nusselt number, Ra {{ra}}, first-order upwind',
      evenLimited: 'mean Nusselt number, Ra {{ra}}, even cells',
      evenUpwind: 'mean Nusselt number, Ra {{ra}}, even cells, first-order upwind',
    },
    rolls: {
      nusselt: 'mean Nusselt number, Ra {{ra}}',
      onset: 'Rayleigh number at which a small ripple neither grows nor dies',
    },
    closed: {
      heat: 'heat lost or made in {{seconds}} s, share of the heat given, largest',
      rest: 'fastest air after {{seconds}} s at rest',
    },
    duct: {
      outflow: 'flow that leaves',
      residence: 'mean time in the duct, multiple of volume over flow',
      rest: 'largest departure from the temperature blown in, when flushed',
      rise: 'temperature rise by a rack of 3 kW',
    },
    tile: {
      loss: 'loss coefficient, {{percent}} % open',
      flow: 'flow at {{pascals}} Pa, {{percent}} % open',
    },
    plenum: {
      recovery: 'dynamic pressure regained from a quarter of the way to the end, share',
      tiles: 'largest error of a tile, share of their mean, plenum {{depth}} m deep',
      last: 'flow of the farthest tile, plenum {{depth}} m deep',
    },
    pod2: {
      fronts: 'RMSE of the front strips',
      rears: 'RMSE of the rear strips',
      meanGap: 'error of top minus middle front, mean of four strips',
      gap: 'error of top minus middle front, worst strip',
      heat: 'rack heat not found at the coolers, share',
    },
    sweep: 'largest difference of an inlet, Courant number {{long}} against {{short}}',
    oblique: {
      upwind: 'numeric diffusivity of upwind, {{cells}} cells',
      halving: 'width of the front after halving the cells, upwind',
      limited: 'numeric diffusivity of limited second order, {{cells}} cells',
      halvingLimited: 'width of the front after halving the cells, limited second order',
      wallCellsUpwind: 'cells from a wall beyond which turbulent exceeds numeric diffusion, upwind',
      wallCellsLimited: 'cells from a wall beyond which turbulent exceeds numeric diffusion, limited second order',
    },
  },
  figure: {
    lid: { u: 'u on the vertical middle line, Re {{re}}', v: 'v on the horizontal middle line, Re {{re}}' },
    cavity: {
      nusselt: 'Heat across the square',
      layers: 'v across the middle of the square, Ra {{ra}}',
    },
    rolls: { nusselt: 'Heat across a layer heated from below', onset: 'A ripple dies below the onset and grows above' },
    sealed: 'Heat in a sealed room',
    duct: { flush: 'Flushing a duct', rise: 'A rack of 3 kW in a duct' },
    tile: 'Flow of a tile of 0.61 m',
    plenum: 'Tiles along a plenum, the unit on the left',
    sweep: 'Steady inlets against the time step',
    oblique: 'Across the front',
    pod2: { strips: 'Strip temperatures of POD 2', grid: 'POD 2, window A: strip means against cell size' },
  },
  axis: {
    heightOfSide: 'height over side',
    acrossSide: 'distance from the left wall over side',
    uOverLid: 'u over speed of the lid',
    vOverLid: 'v over speed of the lid',
    vOverDiffusion: 'v in units of diffusivity over side',
    rayleigh: 'Rayleigh number',
    nusselt: 'mean Nusselt number',
    diffusionTime: 'time in units of height² over diffusivity',
    rippleSpeed: 'fastest air in units of diffusivity over height',
    time: 'time',
    heat: 'heat',
    turns: 'time in units of volume over flow',
    leftAtOutlet: 'share of the old temperature at the outlet',
    alongDuct: 'distance along the duct',
    riseOfSection: 'mean rise of the section',
    plenumPressure: 'pressure under the tile',
    tileFlow: 'flow',
    tileNumber: 'tile, counted from the unit',
    courant: 'Courant number of the fastest air',
    inlet: 'inlet temperature',
    acrossFront: 'distance across the front over side',
    measured: 'measured',
    simulated: 'simulated',
    cellSize: 'cell size',
    aboveFinest: 'mean of four strips above that of the finest grid',
    scalar: 'share of the step',
  },
  series: {
    simulated: 'simulated',
    exact: 'exact',
    ghia: 'Ghia, Ghia & Shin 1982',
    wang: 'Wang et al. 2013',
    leQuere: 'Le Quere (largest values)',
    deVahlDavis: 'de Vahl Davis 1983',
    cleverBusse: 'Clever & Busse 1974',
    ra: 'Ra {{ra}}',
    heatGiven: 'given by the rack',
    heatKept: 'found in the air',
    plug: 'plug flow without mixing',
    mixedRise: 'P / (rho cp Q)',
    tile: '{{percent}} % open',
    plenum: '{{depth}} m deep, simulated',
    plenumExact: '{{depth}} m deep, exact',
    byHand: 'worked out by hand',
    inlet: 'chassis {{number}}, from below',
    pod2: { idle: 'idle', a: 'A: racks 4-6 and 10-12 loaded', b: 'B: racks 1-3 and 7-9 loaded' },
    equal: 'simulated as measured',
    strip: {
      'front-bottom': 'front, bottom',
      'front-middle': 'front, middle',
      'front-top': 'front, top',
      'rear-bottom': 'rear, bottom',
      'rear-middle': 'rear, middle',
      'rear-top': 'rear, top',
    },
    upwind: 'upwind, {{cells}} cells',
    limited: 'limited second order, {{cells}} cells',
  },
} as const;

type Words = { readonly [key: string]: string | Words };

/** The English of a label. Throws where the word is missing, so that a test finds it. */
export function englishText({ key, values = {} }: Label): string {
  const text = key
    .split('.')
    .reduce<string | Words | undefined>(
      (at, part) => (typeof at === 'object' ? at[part] : undefined),
      VALIDATION_WORDS,
    );
  if (typeof text !== 'string') throw new RangeError(`no word for '${key}'`);
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? name));
}
