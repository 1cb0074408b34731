using GeoCrime.Domain;

namespace GeoCrime.Studies.Filtering;

/// <summary>The rows of a snapshot that a filter lets through, chunk by chunk.</summary>
/// <param name="Parts">Chunks with at least one row, in order of year; rows ascend within a chunk.</param>
public sealed record FilteredIncidents(IncidentColumns Columns, IReadOnlyList<FilteredIncidents.Part> Parts)
{
    /// <param name="Rows">Row numbers within the chunk.</param>
    public sealed record Part(IncidentChunk Chunk, int[] Rows);

    /// <summary>All rows, located or not.</summary>
    public int Count => Parts.Sum(part => part.Rows.Length);

    /// <summary>Positions of the located rows.</summary>
    /// <returns>Metres in the analysis CRS; both arrays have one entry a located row, in row order.</returns>
    public (double[] X, double[] Y) Positions()
    {
        var x = new double[Count];
        var y = new double[x.Length];
        var count = 0;
        foreach (var (chunk, rows) in Parts)
            foreach (var row in rows)
                if (chunk.X[row] != IncidentChunk.Unlocated)
                {
                    x[count] = chunk.X[row] / 100.0;
                    y[count++] = chunk.Y[row] / 100.0;
                }
        return (x[..count], y[..count]);
    }

    /// <summary>A value for each located row, in the order of <see cref="Positions"/>.</summary>
    public T[] OfLocated<T>(Func<IncidentChunk, int, T> value) =>
        [.. Rows().Where(each => each.Chunk.X[each.Row] != IncidentChunk.Unlocated).Select(each => value(each.Chunk, each.Row))];

    /// <summary>The rows that were reported by the end of a local day.</summary>
    public FilteredIncidents ReportedBy(DateOnly day) => this with
    {
        Parts = [.. Parts
            .Select(part => part with { Rows = Array.FindAll(part.Rows, row => part.Chunk.Reported[row] <= day.DayNumber) })
            .Where(part => part.Rows.Length > 0)],
    };

    /// <summary>Every row, with its chunk.</summary>
    public IEnumerable<(IncidentChunk Chunk, int Row)> Rows()
    {
        foreach (var (chunk, rows) in Parts)
            foreach (var row in rows)
                yield return (chunk, row);
    }
}
