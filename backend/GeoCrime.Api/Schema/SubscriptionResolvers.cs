using System.Runtime.CompilerServices;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class SubscriptionResolvers(IRuns runs)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>The run as it is now and whenever it has moved on, until it has ended.</summary>
    public async IAsyncEnumerable<RunNode> RunProgress(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Run? last = null;
        if (await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is null)
            throw Input.Bad($"There is no run '{id}'.");
        while (await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is { } run)
        {
            if (run != last)
                yield return new RunNode(run);
            last = run;
            if (run.State is RunState.Succeeded or RunState.Failed or RunState.Cancelled)
                yield break;
            await Task.Delay(Interval, cancellationToken);
        }
    }
}
