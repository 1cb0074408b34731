/** A file as the server keeps it. */
export interface Uploaded { id: string; name: string; bytes: number }

/** The server did not take the file; the message says why and what is allowed. */
export class UploadRefused extends Error {}

/**
 * Sends a file as it is (fetch tells nothing of how far a body has gone).
 * @param onProgress share of the bytes sent, 0–1.
 * @throws UploadRefused; AbortError where the signal ended it.
 */
export function upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/uploads?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('GraphQL-Preflight', '1');
    request.upload.onprogress = (e) => { if (e.lengthComputable) onProgress(e.loaded / e.total); };
    request.onload = () => {
      const answer = parse(request.responseText) as (Uploaded & { detail?: string }) | undefined;
      if (request.status === 201 && answer?.id) resolve(answer);
      else reject(new UploadRefused(answer?.detail ?? `The server answered ${request.status}.`));
    };
    request.onerror = () => reject(new UploadRefused('The connection broke off before the file was there. Nothing was kept.'));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tells the server that a file is not needed; it would go after a day by itself. */
export const removeUpload = (id: string): void => {
  void fetch(`/uploads/${id}`, { method: 'DELETE', headers: { 'GraphQL-Preflight': '1' } }).catch(() => undefined);
};
