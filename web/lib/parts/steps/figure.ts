/** A figure of a count that a try-out lets one type over and a recount only tells. */
export interface Figure {
  kind: 'eligible' | 'heads' | 'votes' | 'deductions';
  /** The category or the choice of the crowd that it belongs to, and its name; empty where there is one only. */
  id: string;
  name: string;
  value: string;
}
