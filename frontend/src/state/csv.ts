/** Rows of a CSV text (RFC 4180), blank lines left out, each with its line number from 1. */
export function readCsv(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let [cell, quoted, line, start] = ['', false, 1, 1];
  let cells: string[] = [];
  const endRow = () => {
    cells.push(cell);
    if (cells.some((c) => c.trim() !== '')) rows.push({ line: start, cells });
    [cell, cells] = ['', []];
  };
  const source = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (quoted) {
      if (c === '\n') line++;
      if (c !== '"') cell += c;
      else if (source[i + 1] === '"') { cell += '"'; i++; }
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === ',') { cells.push(cell); cell = ''; }
    else if (c === '\n') { endRow(); start = ++line; }
    else if (c !== '\r') cell += c;
  }
  endRow();
  return rows;
}

/** A CSV text with CRLF line ends; null is an empty cell. A leading = + − @ gets a quote before it, so that no spreadsheet runs it. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (v: string | number | null): string => {
    if (v === null || typeof v === 'number') return v === null ? '' : String(v);
    const safe = /^[=+\-@\t]/.test(v) ? `'${v}` : v;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((r) => `${r.map(cell).join(',')}\r\n`).join('');
}
