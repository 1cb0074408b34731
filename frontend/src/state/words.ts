/** "violence" → "Violence", "HOT" → "Hot". */
export const sentenceCase = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1).toLowerCase();

/** A version as far as it tells versions apart: "1.0.0+23ab45cd…" → "23ab45cd". */
export const shortVersion = (version: string): string => version.split('+').at(-1)!.slice(0, 8);
