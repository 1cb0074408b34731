import type { ColumnRole, ImportInput, UploadPreviewQuery } from '../api/generated';

export type Preview = NonNullable<UploadPreviewQuery['upload']>;
/** KEEP: stored beside the incident as it is; null: not used. */
export type Role = ColumnRole | 'KEEP' | null;
export interface Use { role: Role; /** Kind of area; with the role AREA only. */ kind?: string }

/** How a file is to be imported, as far as the user has said it. */
export interface Setup {
  /** A profile that says all; null = the columns do. */
  profile: string | null;
  uses: Readonly<Record<string, Use>>;
  /** Day and month in the other order than guessed. */
  turned: boolean;
  /** The one offence of a file without a column of offences. */
  constant: string;
  /** Code of the jurisdiction; isNew: it is made, with this name. */
  jurisdiction: string;
  isNew: boolean;
  name: string;
  timeZone: string;
  crs: string;
  /** The data set that the rows belong to. */
  source: string;
}

/** "Crime Export_2024.csv" → "crime-export": what stays the same from one extract to the next. */
export function sourceOf(file: string): string {
  const stem = file.replace(/\.gz$/i, '').replace(/\.[^.]*$/, '');
  return slug(stem.replace(/[0-9]+/g, ' ')) || slug(stem) || 'mapped';
}

/** Lower case, a hyphen for whatever is no letter or digit. */
export const slug = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

/** Several columns may state areas or be kept; every other role belongs to one. */
const isShared = (role: Role): boolean => role === null || role === 'AREA' || role === 'KEEP';

/** Gives a column a use; another that had the same role loses it. */
export function withUse(uses: Setup['uses'], column: string, use: Use): Setup['uses'] {
  const next: Record<string, Use> = {};
  for (const [name, old] of Object.entries(uses)) next[name] = name !== column && old.role === use.role && !isShared(use.role) ? { role: null } : old;
  next[column] = use;
  return next;
}

export const columnOf = (uses: Setup['uses'], role: Role): string | undefined => Object.keys(uses).find((name) => uses[name]!.role === role);

/** What must be said before anything can be tried, each in words; empty = all is said. */
export function missing(s: Setup): string[] {
  const found: string[] = [];
  if (s.profile === null) {
    if (!columnOf(s.uses, 'OCCURRED')) found.push('a column that says when it occurred');
    if (!columnOf(s.uses, 'CATEGORY') && s.constant.trim() === '') found.push('a column of offences, or one name for all');
    if (!!columnOf(s.uses, 'X') !== !!columnOf(s.uses, 'Y')) found.push('both columns of the position, or neither');
    if (columnOf(s.uses, 'X') && !/^EPSG:\d{4,6}$/i.test(s.crs.trim())) found.push('the CRS of the position, such as EPSG:4326');
  }
  if (s.jurisdiction === '' || s.jurisdiction !== slug(s.jurisdiction)) found.push('a code for the jurisdiction: lower-case letters, digits and hyphens');
  if (s.timeZone.trim() === '') found.push('the time zone');
  return found;
}

/** The input of the import. @returns null while something is missing. */
export function importInput(preview: Preview, s: Setup): ImportInput | null {
  if (missing(s).length > 0) return null;
  const base = { upload: preview.id, jurisdiction: s.jurisdiction, timeZone: s.timeZone.trim(), ...(s.isNew && s.name.trim() && { name: s.name.trim() }) };
  if (s.profile !== null) return { ...base, profile: s.profile };
  const at = (role: Role) => columnOf(s.uses, role) ?? null;
  const of = (role: Role) => Object.keys(s.uses).filter((name) => s.uses[name]!.role === role);
  const d = preview.dates;
  return {
    ...base,
    source: s.source || sourceOf(preview.name),
    mapping: {
      occurred: at('OCCURRED')!, time: at('TIME'), to: at('TO'), reported: at('REPORTED'), category: at('CATEGORY'), constant: at('CATEGORY') ? null : s.constant.trim(),
      x: at('X'), y: at('Y'), crs: at('X') ? s.crs.trim().toUpperCase() : null, id: at('ID'), number: at('NUMBER'),
      formats: d ? (s.turned && d.turned.length > 0 ? d.turned : d.formats) : [],
      encoding: preview.format === 'CSV' && !preview.encoding.startsWith('utf') ? preview.encoding : null,
      areas: of('AREA').map((column) => ({ kind: s.uses[column]!.kind || slug(column), column })),
      keep: of('KEEP'),
    },
  };
}

/** What the guesses say before anybody corrects them. */
export function firstSetup(preview: Preview, known: readonly { code: string; timeZone: string; synthetic: boolean }[], current: string | null, ownZone: string): Setup {
  const profile = preview.profiles[0];
  const wanted = profile?.jurisdiction ?? known.find((j) => j.code === current && !j.synthetic)?.code ?? null;
  const home = known.find((j) => j.code === wanted);
  const degrees = preview.columns.filter((c) => c.role === 'X' || c.role === 'Y').every((c) => c.examples.every((e) => Math.abs(Number(e.replace(',', '.'))) <= 180));
  return {
    profile: profile?.code ?? null,
    uses: Object.fromEntries(preview.columns.map((c) => [c.name, { role: c.role, ...(c.areaKind && { kind: c.areaKind }) }])),
    turned: false, constant: '',
    jurisdiction: wanted ?? sourceOf(preview.name), isNew: !home,
    name: profile?.jurisdictionName ?? sentence(sourceOf(preview.name)),
    timeZone: home?.timeZone ?? profile?.timeZone ?? ownZone,
    crs: degrees ? 'EPSG:4326' : '', source: sourceOf(preview.name),
  };
}

const sentence = (code: string): string => (code.slice(0, 1).toUpperCase() + code.slice(1)).replaceAll('-', ' ');
