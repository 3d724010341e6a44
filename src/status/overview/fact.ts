/** A figure on a card. */
export interface Fact {
  id: string;
  label: string;
  value: string;
  detail?: string;
  /** Marked, though never by its colour alone: its words tell it, too. */
  isBad?: boolean;
}
