/** Its address: `#/failures`. */
export const FAILURES_PAGE = 'failures';
