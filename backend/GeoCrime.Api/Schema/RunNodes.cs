using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Execution;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class RunNode(Run run)
{
    public string Id => run.Id;
    public StudyKind Study => run.Study;
    public RunState State => run.State;
    public JsonText Parameters => new(run.Parameters);
    public string? DatasetVersion => run.DatasetVersion;
    public string CodeVersion => run.CodeVersion;
    public int? Seed => run.Seed;
    public DateTimeOffset QueuedAt => new(run.QueuedAt, TimeSpan.Zero);
    public DateTimeOffset? StartedAt => run.StartedAt is { } instant ? new DateTimeOffset(instant, TimeSpan.Zero) : null;
    public double? Seconds => run.Seconds;
    public double Progress => run.Progress;
    public JsonText? Metrics => JsonText.Of(run.Metrics);
    public string? Error => run.Error;
    public TrainingNode? Training => TrainingNode.Of(run.Metrics);

    public Task<IReadOnlyList<RunArtefact>> Artefacts(RequestContext context, CancellationToken cancellationToken) =>
        context.Get<IForecasts>().ArtefactsAsync(run.Id, AccessPolicy.Local, cancellationToken);

    public async Task<JurisdictionNode?> Jurisdiction(RequestContext context, CancellationToken cancellationToken) =>
        run.Jurisdiction is { } code && await context.Get<Gazetteer>().FindAsync(code, AccessPolicy.Local, cancellationToken) is { } found
            ? new JurisdictionNode(found)
            : null;
}

public sealed record RunEdge(string Cursor, RunNode Node);

public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

public sealed record RunConnection(IReadOnlyList<RunEdge> Edges, PageInfo PageInfo, int TotalCount)
{
    public IReadOnlyList<RunNode> Nodes => [.. Edges.Select(edge => edge.Node)];
}
