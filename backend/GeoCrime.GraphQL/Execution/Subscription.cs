using System.Runtime.CompilerServices;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Turns the events of a source stream into a stream of responses (section 6.2.3).</summary>
internal static class Subscription
{
    public static async IAsyncEnumerable<Response> RunAsync(
        SelectionPlan plan,
        object root,
        Planner planner,
        RequestContext context,
        Action<string, Exception>? onUnforeseen,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var field = plan.Fields[0];
        var path = new ValuePath(null, field.ResponseName);
        await using var events = EventsAsync(field, root, context, cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            // Each event is a request of its own: fresh errors, fresh loads.
            var run = new Settlement(planner, context, onUnforeseen);
            context.Loaders = new LoaderQueue();
            object? data;
            try
            {
                if (!await events.MoveNextAsync().ConfigureAwait(false))
                    yield break;
                var settled = await run.SettleEventAsync(field, events.Current, path).ConfigureAwait(false);
                data = ReferenceEquals(settled, Settled.Failed) ? settled : new SettledObject(plan, root, [settled]);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The stream itself failed: say so and end.
                run.Fail(field, path, error);
                data = null;
            }
            if (data is null)
            {
                yield return new Response(run.Errors);
                yield break;
            }
            yield return new Response(run.Errors, planner, plan, data);
        }
    }

    // Opened by the first step of the enumeration, so that a failure to open is a failure of the stream.
    private static async IAsyncEnumerable<object?> EventsAsync(
        FieldPlan field, object root, RequestContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (field.ArgumentError is { } error)
            throw new GraphQLException(error);
        await foreach (var value in field.Bound!.Open!(root, field.Arguments, context).WithCancellation(cancellation).ConfigureAwait(false))
            yield return value;
    }
}
