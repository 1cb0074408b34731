/** Hands a text over as a file. */
export const download = (name: string, text: string, type = 'text/csv;charset=utf-8'): void => saveBlob(name, new Blob([text], { type }));

/** Hands bytes over as a file. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
