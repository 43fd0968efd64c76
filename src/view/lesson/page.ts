/** The part of the address after `#/`. */
export const LESSON_PAGE = 'lesson';
