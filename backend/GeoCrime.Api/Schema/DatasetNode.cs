using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Execution;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed record DatasetNode(
    string Version, int Incidents, int Located, DateOnly? From, DateOnly? To, DateOnly? CompleteThrough, DateTimeOffset? ImportedAt, DataQualityNode? Quality)
{
    public static DatasetNode Of(IncidentColumns columns, DataQuality quality)
    {
        var chunks = columns.Chunks.Where(chunk => chunk.Count > 0).ToList();
        return new DatasetNode(
            columns.DataVersion,
            (int)columns.Count,
            chunks.Sum(chunk => chunk.X.Count(x => x != IncidentChunk.Unlocated)),
            chunks.Count == 0 ? null : DateOnly.FromDayNumber(chunks.Min(chunk => chunk.Day[0])),
            chunks.Count == 0 ? null : DateOnly.FromDayNumber(chunks.Max(chunk => chunk.Day[^1]) + 1),
            columns.CompleteThrough,
            quality.ImportedAt is { } instant ? TimeZoneInfo.ConvertTime(new DateTimeOffset(instant, TimeSpan.Zero), columns.Jurisdiction.Zone) : null,
            quality.Rows == 0 ? null : new DataQualityNode((int)quality.Rows, (int)quality.Accepted, (int)quality.Quarantined, (int)quality.Duplicates, (int)quality.Unlocated,
                [.. quality.Reasons.Select(reason => new QualityReasonNode(reason.Reason, (int)reason.Rows, reason.Example))]));
    }
}

public sealed record DataQualityNode(int Rows, int Accepted, int Quarantined, int Duplicates, int Unlocated, IReadOnlyList<QualityReasonNode> Reasons);

public sealed record QualityReasonNode(string Reason, int Rows, string? Example);

public sealed class CategoryNode(Jurisdiction jurisdiction, OffenceCategory category)
{
    public string Code => category.Code;
    public string Label => category.Label;
    public string Group => category.Group;
    public double Severity => category.Severity;
    public bool OfficerInitiated => category.OfficerInitiated;

    public async Task<int> Incidents(RequestContext context, CancellationToken cancellationToken) =>
        CategoryCounts.Of(await context.Get<IIncidentColumns>().GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken), category.Id);
}
