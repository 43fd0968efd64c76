import type { Theme } from '../../store/theme';

/** Literal colours, not CSS variables: a chart is also exported as a picture. Power is grey, temperature has colour. */
export interface ChartColours {
  ground: string;
  ink: string;
  inkDim: string;
  grid: string;
  it: string;
  serverFans: string;
  cooling: string;
  losses: string;
  other: string;
  inlet: string;
  inletBand: string;
  supply: string;
  returnAir: string;
  limit: string;
  efficiency: string;
  pue: string;
}

const light: ChartColours = {
  ground: '#ffffff',
  ink: '#1b2129',
  inkDim: '#5c6774',
  grid: '#e8ebef',
  it: '#414c58',
  serverFans: '#6f7c8b',
  cooling: '#a3aeba',
  losses: '#cfd5dc',
  other: '#eef1f4',
  inlet: '#1b2129',
  inletBand: '#d9dee4',
  supply: '#2f6db5',
  returnAir: '#c4561e',
  limit: '#5c6774',
  efficiency: '#1b2129',
  pue: '#6f7c8b',
};

const dark: ChartColours = {
  ground: '#15191e',
  ink: '#e8ebef',
  inkDim: '#a3adb8',
  grid: '#242a31',
  it: '#b1bac4',
  serverFans: '#8390a0',
  cooling: '#596572',
  losses: '#38424d',
  other: '#262d35',
  inlet: '#e8ebef',
  inletBand: '#353d46',
  supply: '#6ea8e8',
  returnAir: '#f0954a',
  limit: '#a3adb8',
  efficiency: '#e8ebef',
  pue: '#8f9aa7',
};

export function chartColours(theme: Theme): ChartColours {
  return theme === 'dark' ? dark : light;
}
