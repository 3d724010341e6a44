/** One line of the checklist. */
export interface Milestone {
  id: string;
  /**
   * `waiting`: comes by itself. `open`: somebody has to do it. `elsewhere`: it cannot be seen from here. `unread`: it
   * could not be read this time.
   */
  state: 'waiting' | 'open' | 'done' | 'failed' | 'elsewhere' | 'unread';
  title: string;
  detail: string;
  action?: { text: string; onClick(): void };
}
