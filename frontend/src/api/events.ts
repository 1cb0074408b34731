import type { ExecutionResult } from 'graphql';

/** The results in a stream of server-sent events, until the server says that it is complete. */
export async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<ExecutionResult> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (text + decoder.decode(value, { stream: true })).split('\n\n');
      // The last part is not at its end yet.
      text = parts.pop() ?? '';
      for (const part of parts) {
        const event = read(part);
        if (event.name === 'complete') return;
        if (event.name === 'next') yield JSON.parse(event.data) as ExecutionResult;
      }
    }
  } finally {
    // Whoever stops listening ends the subscription.
    await reader.cancel();
  }
}

function read(part: string): { name: string; data: string } {
  const fields = new Map(part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trimStart()]));
  return { name: fields.get('event') ?? '', data: fields.get('data') ?? '' };
}
