import { Kind, OperationTypeNode, type DocumentNode, type ExecutionResult } from 'graphql';
import { events } from '../api/events';

interface Params { query: string; operationName?: string | null; variables?: unknown }
interface Options { documentAST?: DocumentNode; headers?: Record<string, unknown> }

/** Asks the API; a subscription is answered event by event (graphql-sse, distinct connections). */
export async function ask(params: Params, options?: Options): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
  const subscribes = isSubscription(options?.documentAST, params.operationName);
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: subscribes ? 'text/event-stream' : 'application/graphql-response+json, application/json;q=0.9',
      ...(options?.headers as Record<string, string> | undefined),
    },
    body: JSON.stringify(params),
  });
  return subscribes && response.body ? events(response.body) : ((await response.json()) as ExecutionResult);
}

function isSubscription(document: DocumentNode | undefined, name: string | null | undefined): boolean {
  return document?.definitions.some((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
    && definition.operation === OperationTypeNode.SUBSCRIPTION
    && (!name || definition.name?.value === name)) ?? false;
}
