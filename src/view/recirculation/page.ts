/** Its address: `#/recirculation`. */
export const RECIRCULATION_PAGE = 'recirculation';
