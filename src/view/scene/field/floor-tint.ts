/** Height whose air the floor shows, m: the middle of the racks, where aisles differ most. */
export const FLOOR_TINT_METRES = 1;
