import { RequestFailed, ServerDown } from './errors';
import type { TypedDocumentString } from './generated';

/**
 * Sends one GraphQL operation.
 * @returns the operation's data; a partial answer counts as failed, since no caller draws half a layer.
 * @throws ServerDown (no connection, or no GraphQL answer), RequestFailed (errors in the answer), AbortError.
 */
export async function request<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  let answer: Response;
  try {
    answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ServerDown(error instanceof Error ? error.message : String(error));
  }
  const body = (await answer.json().catch(() => undefined)) as
    | { data?: Data | null; errors?: { message: string }[] }
    | undefined;
  if (body?.errors?.length) throw new RequestFailed(body.errors);
  if (!body?.data) throw new ServerDown(`HTTP ${answer.status}`);
  return body.data;
}

/** Absolute form of a root-relative address of the API; MapLibre accepts no other. */
export const absolute = (address: string): string => new URL(address, location.origin).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
