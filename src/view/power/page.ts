/** The part of the address after `#/`. */
export const POWER_PAGE = 'power';
