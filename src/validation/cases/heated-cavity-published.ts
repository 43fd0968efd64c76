/**
 * Air (Pr 0.71) in a square, hot on the left and cold on the right, adiabatic above and below; velocities in units of
 * diffusivity over side. Asymptotic values of Wang, Wang, Lallemand & Luo 2013, Comput. Math. Appl. 65:262-286,
 * tables 9 and 10; at Ra 1e6 the pseudo-spectral ones of Le Quere that they quote, with a mean Nusselt number of 8.825.
 * De Vahl Davis 1983, Int. J. Numer. Methods Fluids 3:249-264, who set the problem, is shown beside.
 */
export interface PublishedCavity {
  readonly rayleigh: number;
  readonly nusselt: number;
  /** Largest u on the vertical and v on the horizontal middle line. */
  readonly uMax: number;
  readonly vMax: number;
  readonly deVahlDavisNusselt: number;
}

export const publishedCavities: readonly PublishedCavity[] = [
  { rayleigh: 1e3, nusselt: 1.1178, uMax: 3.6494, vMax: 3.6974, deVahlDavisNusselt: 1.118 },
  { rayleigh: 1e4, nusselt: 2.2448, uMax: 16.1833, vMax: 19.6282, deVahlDavisNusselt: 2.243 },
  { rayleigh: 1e5, nusselt: 4.5216, uMax: 34.7424, vMax: 68.6358, deVahlDavisNusselt: 4.519 },
  { rayleigh: 1e6, nusselt: 8.8252, uMax: 64.83, vMax: 220.6, deVahlDavisNusselt: 8.8 },
];
