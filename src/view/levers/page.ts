/** The part of the address after `#/`. */
export const LEVERS_PAGE = 'levers';
