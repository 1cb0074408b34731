/** Parts of a score 0–100 side by side; their ends are the score. @param parts points and the token of their colour. */
export function StackedBar({ parts, title }: { parts: readonly { name: string; points: number; token: string }[]; title: string }) {
  const ends = parts.map((_, i) => parts.slice(0, i + 1).reduce((sum, p) => sum + p.points, 0));
  return (
    <svg className="stacked-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={title}>
      <rect width={100} height={10} className="track" />
      {parts.map((p, i) => p.points > 0 && (
        <rect key={p.name} x={ends[i]! - p.points} width={Math.max(0, p.points - 0.5)} height={10} fill={`var(--${p.token})`}><title>{`${p.name} ${p.points.toFixed(1)}`}</title></rect>
      ))}
    </svg>
  );
}
