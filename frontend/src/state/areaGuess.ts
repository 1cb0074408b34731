interface Column { name: string; examples: readonly string[]; filled: number; distinct: number }

/** Which properties of boundaries probably identify, name and count the residents of an area; "" where none does. */
export function areaGuess(columns: readonly Column[], features: number): { code: string; name: string; population: string } {
  const unique = columns.filter((c) => c.distinct === features && c.filled === 1);
  const named = (pattern: RegExp, among: readonly Column[]) => among.find((c) => pattern.test(c.name));
  const isText = (c: Column) => c.examples.some((e) => Number.isNaN(Number(e)));
  const code = named(/code|_id$|^id$|num|no$|number|dist|beat|prec/i, unique.filter((c) => !/object|fid|shape|globalid/i.test(c.name))) ?? unique[0];
  const name = named(/name|label/i, columns.filter(isText)) ?? unique.find(isText) ?? code;
  const population = columns.find((c) => /popul|resident|inhab|^pop/i.test(c.name));
  return { code: code?.name ?? '', name: name?.name ?? '', population: population?.name ?? '' };
}
