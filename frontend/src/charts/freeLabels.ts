export interface PlacedLabel { text: string; x: number; y: number }

/** Width of one figure at 11 px with its halo, and the height of a line; px. */
const letter = 7;
const line = 12;

/** The labels that can be read: of two that would cover each other the earlier one stays. Positions are middles, px. */
export function freeLabels<Label extends PlacedLabel>(labels: readonly Label[]): Label[] {
  const free: Label[] = [];
  for (const label of labels) {
    const apart = (other: Label) => Math.abs(other.x - label.x) >= ((other.text.length + label.text.length) * letter) / 2 || Math.abs(other.y - label.y) >= line;
    if (free.every(apart)) free.push(label);
  }
  return free;
}
