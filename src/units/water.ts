/** Water between 5 and 45 °C: density and heat capacity within 1 % of the values of the ASHRAE Handbook Fundamentals. */
export const WATER_DENSITY = 998;
export const WATER_SPECIFIC_HEAT = 4186;

/** Heat capacity by volume, J/(m³ K). */
export const WATER_HEAT_CAPACITY = WATER_DENSITY * WATER_SPECIFIC_HEAT;

/** Heat of evaporation of water near 25 °C, J/kg (ASHRAE HoF 2017 ch. 1). */
export const EVAPORATION_JKG = 2.44e6;
