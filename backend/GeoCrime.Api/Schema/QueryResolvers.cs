using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed partial class QueryResolvers(IJurisdictions jurisdictions, IRuns runs, Gazetteer gazetteer)
{
    private const int MostPerPage = 1000;

    public Task<object?> Node(string id, RequestContext context, CancellationToken cancellationToken) =>
        NodeIds.FindAsync(id, context, cancellationToken);

    public async Task<IReadOnlyList<JurisdictionNode>> Jurisdictions(CancellationToken cancellationToken) =>
        [.. (await jurisdictions.AllAsync(AccessPolicy.Local, cancellationToken)).Select(jurisdiction => new JurisdictionNode(jurisdiction))];

    public async Task<JurisdictionNode?> Jurisdiction(string code, CancellationToken cancellationToken) =>
        await gazetteer.FindAsync(code, AccessPolicy.Local, cancellationToken) is { } found ? new JurisdictionNode(found) : null;

    public async Task<RunNode?> Run(string id, CancellationToken cancellationToken) =>
        await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is { } found ? new RunNode(found) : null;

    public async Task<RunConnection> Runs(string? jurisdiction, StudyKind? study, int? first, string? after, CancellationToken cancellationToken)
    {
        var count = PageSize(first ?? 20);
        if (after is not null && await runs.FindAsync(after, AccessPolicy.Local, cancellationToken) is null)
            throw Input.Bad("after is not a cursor of this connection.");
        var (page, total) = await runs.ListAsync(jurisdiction, study, count + 1, after, AccessPolicy.Local, cancellationToken);
        var edges = page.Take(count).Select(run => new RunEdge(run.Id, new RunNode(run))).ToList();
        return new RunConnection(edges, new PageInfo(page.Count > count, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), (int)total);
    }

    /// <exception cref="GraphQLException">The page is larger than allowed, or not positive.</exception>
    internal static int PageSize(int first, int most = MostPerPage) => first >= 1 && first <= most
        ? first
        : throw new GraphQLException($"first is {first}; 1…{most} is allowed.", ErrorCodes.PageSizeLimit);
}
