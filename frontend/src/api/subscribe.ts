import { RequestFailed, ServerDown } from './errors';
import { events } from './events';
import type { TypedDocumentString } from './generated';

/**
 * The answers of one GraphQL subscription as they come (server-sent events, one stream a subscription).
 * @throws ServerDown (no connection, or it broke), RequestFailed (errors in an answer), AbortError.
 */
export async function* subscribe<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables, signal: AbortSignal): AsyncGenerator<Data> {
  let answer: Response;
  try {
    answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ServerDown(error instanceof Error ? error.message : String(error));
  }
  if (!answer.ok || !answer.body) throw new ServerDown(`HTTP ${answer.status}`);
  for await (const { data, errors } of events(answer.body)) {
    if (errors?.length) throw new RequestFailed(errors as unknown as ConstructorParameters<typeof RequestFailed>[0]);
    if (data) yield data as Data;
  }
}
