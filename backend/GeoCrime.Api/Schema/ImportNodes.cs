using GeoCrime.Data;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Preview;
using GeoCrime.GraphQL.Execution;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed record ImportLimitsNode(double Bytes, string InWords, int TrialRows);

public sealed record ImportNoteNode(string Note, int Rows)
{
    public static IReadOnlyList<ImportNoteNode> Of(IReadOnlyDictionary<string, long> notes) => [.. notes.Select(note => new ImportNoteNode(note.Key, (int)note.Value))];
}

public sealed record SetAsideNode(string Reason, string Sentence, int Rows, int FirstRow, string Example)
{
    public static IReadOnlyList<SetAsideNode> Of(IReadOnlyList<ReasonCount> reasons) =>
        [.. reasons.Select(reason => new SetAsideNode(reason.Reason, reason.Sentence, (int)reason.Rows, (int)reason.FirstRow, reason.Example))];
}

public sealed class ImportBatchNode(BatchEntry entry)
{
    public int Batch => entry.Batch;
    public string Jurisdiction => entry.Jurisdiction;
    public string Source => entry.Source;
    public string File => entry.File;
    public string State => entry.State;
    public int Rows => (int)entry.Rows.Read;
    public int Accepted => (int)entry.Rows.Accepted;
    public int Corrected => (int)entry.Rows.Corrected;
    public int Quarantined => (int)entry.Rows.Quarantined;
    public int Duplicates => (int)entry.Rows.Duplicates;
    public int Unlocated => (int)entry.Rows.Unlocated;
    public IReadOnlyList<ImportNoteNode> Notes => ImportNoteNode.Of(entry.Notes);
    public string? Error => entry.Error;
    public DateTimeOffset StartedAt => new(entry.StartedAt, TimeSpan.Zero);
    public DateTimeOffset? FinishedAt => entry.FinishedAt is { } instant ? new DateTimeOffset(instant, TimeSpan.Zero) : null;
    public string QuarantineUrl => $"/imports/{entry.Batch}/quarantine.csv";

    public async Task<IReadOnlyList<SetAsideNode>> Reasons(RequestContext context, CancellationToken cancellationToken)
    {
        await using var connection = await context.Get<GeoCrimeDatabase>().Source.OpenConnectionAsync(cancellationToken);
        return SetAsideNode.Of(await QuarantineReader.ReasonsAsync(connection, entry.Batch, cancellationToken));
    }
}

public sealed record ImportTrialNode(
    int Rows, bool Whole, int Accepted, int Repeats, int Located, IReadOnlyList<SetAsideNode> Reasons, IReadOnlyList<ImportNoteNode> Notes, IReadOnlyList<CategoryShare> Categories,
    string? From, string? To, IReadOnlyList<IReadOnlyList<double>> Points, string? AnalysisCrs, string? TimeZone, IReadOnlyList<string> Advice)
{
    public static ImportTrialNode Of(ImportTrial trial) => new(
        trial.Rows, trial.Whole, trial.Accepted, trial.Repeats, trial.Located, SetAsideNode.Of(trial.Reasons), ImportNoteNode.Of(trial.Notes), trial.Categories,
        UploadNode.Civil(trial.From), UploadNode.Civil(trial.To), [.. trial.Points.Select(point => (double[])[point.Longitude, point.Latitude])],
        trial.AnalysisSrid is { } srid ? $"EPSG:{srid}" : null, trial.TimeZone, trial.Advice);
}

public sealed record CategoryChangeNode(int Changed, string DataVersion);
