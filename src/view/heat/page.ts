/** Its address: `#/heat`. */
export const HEAT_PAGE = 'heat';
