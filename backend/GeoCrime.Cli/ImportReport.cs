using GeoCrime.Data.Import;

namespace GeoCrime.Cli;

/// <summary>Writes what an import did to stdout.</summary>
internal static class ImportReport
{
    public static void Write(ImportSummary summary, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonResult.Of(summary));
            return;
        }
        var rows = summary.Rows;
        Console.WriteLine($"{summary.File} → {summary.Jurisdiction} ({summary.Source}), batch {summary.Batch}");
        if (summary.ResumedAfter > 0)
            Console.WriteLine($"  went on after row {summary.ResumedAfter:N0} of an earlier run");
        Console.WriteLine($"  {rows.Read,12:N0} rows read");
        Console.WriteLine($"  {rows.Accepted,12:N0} accepted, of which {rows.Corrected:N0} corrected an earlier row and {rows.Unlocated:N0} have no usable position");
        Console.WriteLine($"  {rows.Quarantined,12:N0} quarantined");
        foreach (var reason in summary.Reasons)
            Console.WriteLine($"  {reason.Rows,14:N0} {reason.Reason}: {reason.Sentence} First: row {reason.FirstRow:N0}: {reason.Example}");
        Console.WriteLine($"  {rows.Duplicates,12:N0} duplicates (already stored)");
        foreach (var (note, count) in summary.Notes)
            Console.WriteLine($"  {count,14:N0} {note}");
        Write(summary.Agreement);
        Console.WriteLine(summary.Completeness.Through is { } day
            ? $"  complete through {day:yyyy-MM-dd} (95 % of reports come within {summary.Completeness.ReportingDelayDays} days)"
            : "  nothing is stored yet");
    }

    public static void Write(IReadOnlyList<StatedAgreement> agreement)
    {
        foreach (var kind in agreement)
            Console.WriteLine($"  {kind.Kind}: the stated area is the one that holds the position in {kind.Percent:0.00} % of {kind.Stated:N0} rows");
    }
}
