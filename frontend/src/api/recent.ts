/** Answers worth keeping: what playing back and forth or switching a layer off and on asks for again. */
const limit = 60;
const answers = new Map<string, unknown>();

export function recall<Data>(key: string): Data | undefined {
  const known = answers.get(key) as Data | undefined;
  if (known !== undefined) {
    answers.delete(key);
    answers.set(key, known);
  }
  return known;
}

/** Keeps the 60 answers used last. */
export function remember(key: string, data: unknown): void {
  answers.delete(key);
  answers.set(key, data);
  const oldest = answers.keys().next().value;
  if (answers.size > limit && oldest !== undefined) answers.delete(oldest);
}

/** Drops every answer; after an import, or when a run has stored what was missing. */
export const forgetAll = (): void => answers.clear();
