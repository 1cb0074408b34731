import type { CategoryInput } from '../api/generated';
import { slug } from './importMapping';

/** What is being typed for one category. */
export interface CategoryDraft { label: string; group: string; severity: string }

interface Category { code: string; label: string; group: string; severity: number }

const severityOf = (text: string): number => (text.trim() === '' ? NaN : Number(text.replace(',', '.')));

/** What is wrong with a draft, in words; null = nothing. */
export function wrongCategory(d: CategoryDraft): string | null {
  const severity = severityOf(d.severity);
  if (d.label.trim() === '') return 'needs a label';
  if (d.group === '' || d.group !== slug(d.group)) return 'the group is lower-case letters, digits and hyphens, such as property';
  return severity >= 1 && severity <= 100 ? null : 'severity is a number in 1–100';
}

/** The categories that a draft makes other than they are. */
export const changedCategories = (all: readonly Category[], drafts: Readonly<Record<string, CategoryDraft>>): CategoryInput[] =>
  all.flatMap((c) => {
    const d = drafts[c.code];
    if (!d) return [];
    const next = { code: c.code, label: d.label.trim(), group: d.group, severity: severityOf(d.severity) };
    return next.label !== c.label || next.group !== c.group || next.severity !== c.severity ? [next] : [];
  });
