/** A number that remembers its unit at compile time and costs nothing at run time. */
declare const unit: unique symbol;
export type Quantity<Unit extends string> = number & { readonly [unit]?: Unit };

export type Watts = Quantity<'W'>;
export type Joules = Quantity<'J'>;
export type Celsius = Quantity<'°C'>;
export type Pascals = Quantity<'Pa'>;
export type Metres = Quantity<'m'>;
export type Seconds = Quantity<'s'>;
export type MetresPerSecond = Quantity<'m/s'>;
export type CubicMetresPerSecond = Quantity<'m3/s'>;
export type JoulesPerKelvin = Quantity<'J/K'>;
/** A share between 0 and 1. */
export type Fraction = Quantity<'1'>;
