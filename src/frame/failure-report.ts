/** A failure of the live run as its page shows it. `Event` is the site's failure event. */
export interface LiveFailure<Event> {
  id: number;
  event: Event;
  startSeconds: number;
  /** Planned or done repair, s of simulated time; null while none is. */
  endSeconds: number | null;
  /** waiting: yet to come. active: it lasts. recovering: repaired, its effects are not over. */
  state: 'waiting' | 'active' | 'recovering';
}
