/** Where a definition stands: read in the source named, or chosen for this program. */
export type MetricStatus = 'published' | 'assumption';

/** What an explanation of a metric shows beside its present value. */
export interface MetricDefinition {
  readonly name: string;
  /** Plain text, symbols as in `symbols`. */
  readonly formula: string;
  /** Each symbol with its meaning and unit. */
  readonly symbols: string;
  /** '' where the metric has no unit. */
  readonly unit: string;
  readonly source: string;
  /** When the number means something, and when it is not known. */
  readonly validity: string;
  readonly status: MetricStatus;
}

export const METRIC_DEFINITIONS = {
  facilityW: {
    name: 'Facility power',
    formula: 'P_facility = P_IT + P_cooling + P_losses + P_other',
    symbols: 'P: electrical power, W. Server fans are inside P_IT, cooling fans inside P_cooling.',
    unit: 'W',
    source: 'Energy balance of the facility boundary as in ISO/IEC 30134-2.',
    validity:
      'Not known where the site gives no electrical chain, or nothing that cools the water or the liquid loop that it uses.',
    status: 'published',
  },
  itW: {
    name: 'IT power',
    formula: 'P_IT = sum of the wall power of all equipment in racks',
    symbols:
      'Wall power from the measured curve of each server type, scaled by f V² for its frequency, with the fan difference from 22 °C inlet air.',
    unit: 'W',
    source: 'SPECpower_ssj2008 results; catalogue entries name their own.',
    validity: 'Curves are interpolated between tenths of load, never extrapolated.',
    status: 'published',
  },
  serverFansW: {
    name: 'Server fans',
    formula: 'P_fan = P_rated n³',
    symbols: 'n: fan speed as a share of full speed; it answers to inlet temperature and server power.',
    unit: 'W',
    source: 'Fan affinity law; the control law of n is an assumption.',
    validity: 'Part of IT power. Known only for catalogue servers, not for equipment given by power and flow.',
    status: 'assumption',
  },
  coolingW: {
    name: 'Cooling power',
    formula: 'P_cooling = P_unit fans + P_compressors + P_chillers + P_pumps + P_towers + P_liquid',
    symbols:
      'P_chillers, P_pumps, P_towers: parts of a chilled-water plant; a plant given as one COP draws heat / COP instead. P_compressors: of DX units. P_liquid: loop of the racks cooled by liquid.',
    unit: 'W',
    source:
      'EnergyPlus curves (chillers, DX), YorkCalc (towers), dp V / eta (pumps); or Moore et al. 2005, or the constant COP of the site.',
    validity:
      'Each curve within its fitted range; outside, its end is used and flagged. COP of Moore et al. for 10-30 °C supply air. Above 12.8 °C leaving water the COP of chillers is an assumption.',
    status: 'published',
  },
  lossesW: {
    name: 'Losses',
    formula: 'P_losses = P_IT (1/eta_PDU - 1) + sum P_rated (a + b x + c x²)',
    symbols:
      'eta_PDU: efficiency of power distribution, where floor PDUs are not described. The sum: UPS modules, floor PDUs, transformer, switchgear and strips, each with its load over rating x and its loss coefficients a, b, c.',
    unit: 'W',
    source: 'Quadratic loss of each element; default coefficients are assumptions unless their text names a source.',
    validity: 'Not known where the site gives no electrical chain. Cooling is fed past the UPS.',
    status: 'assumption',
  },
  eer: {
    name: 'Energy efficiency of the facility (EER)',
    formula: 'EER = work delivered / facility energy',
    symbols:
      'Work in the unit of the servers of the site (ssj_ops, GPU-seconds, or full-load seconds of one type); energy in J.',
    unit: 'work/J',
    source: 'Useful work over total energy, as in the productivity metrics of The Green Grid (DCeP).',
    validity:
      'Compares layouts and policies on one site. Not known where servers of different work units mix. Not the EER of a cooling machine (Btu/h per W).',
    status: 'published',
  },
  pue: {
    name: 'Power usage effectiveness (PUE)',
    formula: 'PUE = P_facility / P_IT',
    symbols: 'P: power at this moment, or energy since the start of the run; W or J.',
    unit: '',
    source: 'The Green Grid 2007; ISO/IEC 30134-2.',
    validity:
      'Hides server fans inside IT: warmer supply air can lower PUE while total power rises. Read it after facility power and EER.',
    status: 'published',
  },
  dcie: {
    name: 'Datacentre infrastructure efficiency (DCiE)',
    formula: 'DCiE = P_IT / P_facility = 1 / PUE',
    symbols: 'As for PUE.',
    unit: '',
    source: 'The Green Grid 2007.',
    validity: 'As for PUE.',
    status: 'published',
  },
  ppueCooling: {
    name: 'Partial PUE of cooling',
    formula: 'pPUE = (P_IT + P_cooling) / P_IT',
    symbols: 'P: power at this moment, W.',
    unit: '',
    source: 'The Green Grid, white paper 49 (from memory, to be checked).',
    validity: 'What cooling alone adds to IT. As PUE it hides server fans inside IT.',
    status: 'published',
  },
  ppuePower: {
    name: 'Partial PUE of the power chain',
    formula: 'pPUE = (P_IT + P_losses) / P_IT',
    symbols: 'P: power at this moment, W. The loss of power supplies is inside P_IT.',
    unit: '',
    source: 'The Green Grid, white paper 49 (from memory, to be checked).',
    validity: 'What transformer, switchgear, UPS, PDUs and cables alone add to IT.',
    status: 'published',
  },
  wue: {
    name: 'Water usage effectiveness (WUE)',
    formula: 'WUE = water / E_IT',
    symbols: 'Water drawn by the facility, L; E_IT: energy of IT, kWh; here both as rates of this moment.',
    unit: 'L/kWh',
    source: 'The Green Grid 2011; ISO/IEC 30134-9.',
    validity: 'Water at the site only, not at the power station. Not known without a plant that tells its water.',
    status: 'published',
  },
  cue: {
    name: 'Carbon usage effectiveness (CUE)',
    formula: 'CUE = E_grid f_CO2 / E_IT',
    symbols:
      'E_grid: energy from the grid, f_CO2: its carbon intensity at this hour, kg CO2/kWh; E_IT: energy of IT, kWh.',
    unit: 'kg/kWh',
    source: 'The Green Grid 2010; ISO/IEC 30134-8.',
    validity:
      'Electricity from the grid only; the fuel of a generator is not counted. Not known without a carbon intensity.',
    status: 'published',
  },
  ere: {
    name: 'Energy reuse effectiveness (ERE)',
    formula: 'ERE = (P_facility - Q_reuse) / P_IT',
    symbols: 'Q_reuse: heat given away for use elsewhere, W.',
    unit: '',
    source: 'The Green Grid 2010, white paper 29 (from memory, to be checked).',
    validity:
      'Under 1 where more heat is given away than everything but IT draws. Not known without heat reuse in the plant.',
    status: 'published',
  },
  coolingEer: {
    name: 'EER of cooling (Btu/h per W)',
    formula: 'EER_cooling = 3.412 Q / P_cooling',
    symbols: 'Q: heat taken from air and liquid, W. P_cooling: all power of cooling, W.',
    unit: 'Btu/h/W',
    source: 'The rating of cooling machines (AHRI), here over the whole plant: 3.412 times its COP.',
    validity: 'Another thing than the EER of the facility, which is useful computing per joule.',
    status: 'published',
  },
  costPerHour: {
    name: 'Running cost',
    formula: 'cost = P_grid p_el + V_water p_water',
    symbols: 'P_grid: power from the grid, kW; p_el: price, currency/kWh. V_water: m³/h; p_water: currency/m³.',
    unit: '1/h',
    source: 'The tariffs of the site.',
    validity: 'Energy and water only: no demand charge, no fuel. Water is left out where its price is not known.',
    status: 'published',
  },
  captureIndex: {
    name: 'Capture index, cold aisle',
    formula: 'CI = share of the air a rack draws that comes straight from cooling units',
    symbols: 'Traced through the air as it moves now, rack by rack; here weighted by the flow of the racks.',
    unit: '%',
    source: 'VanGilder & Shrivastava 2007, ASHRAE Trans. 113(1) (from memory, to be checked).',
    validity: '100 %: the rack breathes supply air only. Computed on request, for frozen air.',
    status: 'published',
  },
  rideThroughSeconds: {
    name: 'Ride-through of the battery',
    formula: 't = E / [P (P / P_rated)^(k - 1)]',
    symbols: 'E: stored energy, J. P: load of the battery now, W. P_rated: rated load of the UPS. k: Peukert exponent.',
    unit: 's',
    source: "Peukert's law in its form for power; the exponent is of the site.",
    validity: 'No ageing, no temperature. Not known without a battery in the site.',
    status: 'assumption',
  },
  shi: {
    name: 'Supply heat index (SHI)',
    formula: 'SHI = sum Q (T_in - T_ref) / sum Q (T_out - T_ref)',
    symbols:
      'Q: flow of each chassis, m³/s. T_in, T_out: its inlet and outlet, °C. T_ref: supply air, weighted by flow, °C.',
    unit: '',
    source: 'Sharma, Bash & Patel 2002, AIAA 2002-3091.',
    validity: '0: no hot air reaches an inlet. Needs running cooling units and a rise of temperature.',
    status: 'published',
  },
  rhi: {
    name: 'Return heat index (RHI)',
    formula: 'RHI = 1 - SHI',
    symbols: 'As for SHI.',
    unit: '',
    source: 'Sharma, Bash & Patel 2002, AIAA 2002-3091.',
    validity: 'As for SHI; 1 is best.',
    status: 'published',
  },
  rciHi: {
    name: 'Rack cooling index, high (RCI hi)',
    formula: 'RCI_hi = [1 - sum max(0, T_in - T_rec,max) / ((T_all,max - T_rec,max) n)] 100 %',
    symbols:
      'T_in: inlet of each of n chassis, °C. T_rec,max, T_all,max: highest recommended and allowable inlet of the ASHRAE class, °C.',
    unit: '%',
    source: 'Herrlin 2005, ASHRAE Trans. 111(2), DE-05-11-2; limits of ASHRAE TC 9.9.',
    validity: '100 %: no inlet above the recommended range. Under 0 when inlets pass the allowable limit on average.',
    status: 'published',
  },
  rciLo: {
    name: 'Rack cooling index, low (RCI lo)',
    formula: 'RCI_lo = [1 - sum max(0, T_rec,min - T_in) / ((T_rec,min - T_all,min) n)] 100 %',
    symbols: 'T_rec,min, T_all,min: lowest recommended and allowable inlet of the ASHRAE class, °C.',
    unit: '%',
    source: 'Herrlin 2005, ASHRAE Trans. 111(2), DE-05-11-2; limits of ASHRAE TC 9.9.',
    validity: '100 %: no inlet below the recommended range; less means overcooling.',
    status: 'published',
  },
  rti: {
    name: 'Return temperature index (RTI)',
    formula: 'RTI = 100 % (T_return - T_supply) / (T_out - T_in)',
    symbols: 'Cooling unit return and supply, equipment outlet and inlet, each weighted by flow, °C.',
    unit: '%',
    source: 'Herrlin 2008, ASHRAE Trans. 114(2).',
    validity: 'Under 100 %: supply air bypasses the equipment. Over 100 %: exhaust recirculates.',
    status: 'published',
  },
  beta: {
    name: 'Recirculation index (beta)',
    formula: 'beta = (T_in - T_supply) / (T_out - T_in)',
    symbols: 'Inlet and outlet of one rack and supply air, °C.',
    unit: '',
    source: 'Index of Schmidt and co-workers, as reviewed by Capozzoli et al. 2014, Energy Procedia 62.',
    validity: '0: the rack draws supply air only. 1 or more: it lives on its own exhaust.',
    status: 'published',
  },
  energyBalanceError: {
    name: 'Heat balance error',
    formula: '(heat in - heat out - heat stored) / max(heat in, heat out)',
    symbols: 'Rates in W: in from equipment, out through cooling units, openings and walls, stored in air and mass.',
    unit: '',
    source: 'First law of thermodynamics.',
    validity: 'A check on the solver, not on the room.',
    status: 'published',
  },
  massBalanceError: {
    name: 'Air balance error',
    formula: '(flow in - flow out) / max(flow in, flow out)',
    symbols: 'Volume flows into and out of the room, m³/s, at constant density.',
    unit: '',
    source: 'Conservation of mass.',
    validity: 'A check on the solver, not on the room.',
    status: 'published',
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricKey = keyof typeof METRIC_DEFINITIONS;
