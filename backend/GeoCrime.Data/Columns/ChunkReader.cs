using GeoCrime.Domain;
using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Columns;

/// <summary>Reads one local year of a jurisdiction into arrays by COPY BINARY.</summary>
internal static class ChunkReader
{
    private const double CentimetresPerMetre = 100;
    private const double Limit = int.MaxValue / CentimetresPerMetre;

    /// <param name="connection">Open; used for this read alone meanwhile.</param>
    /// <param name="categories">Category id → index.</param>
    /// <param name="areas">Area id → kind and index within the kind.</param>
    /// <param name="kinds">Number of area kinds.</param>
    public static async Task<IncidentChunk> ReadAsync(
        NpgsqlConnection connection,
        int jurisdiction,
        (short Year, long Version) part,
        IReadOnlyDictionary<int, short> categories,
        IReadOnlyDictionary<int, (int Kind, short Index)> areas,
        int kinds,
        CancellationToken cancellationToken)
    {
        var rows = new ChunkBuilder(kinds);
        await using var export = await connection.BeginBinaryExportAsync(RowsSql(jurisdiction, part.Year), cancellationToken);
        while (await export.StartRowAsync(cancellationToken) != -1)
        {
            var x = ReadCentimetres(export);
            var y = ReadCentimetres(export);
            var day = export.Read<int>(NpgsqlDbType.Integer);
            var hour = (byte)export.Read<short>(NpgsqlDbType.Smallint);
            var category = categories[export.Read<int>(NpgsqlDbType.Integer)];
            int[] areaIds = [];
            if (export.IsNull)
                await export.SkipAsync(cancellationToken);
            else
                areaIds = export.Read<int[]>(NpgsqlDbType.Array | NpgsqlDbType.Integer);
            var reported = export.Read<int>(NpgsqlDbType.Integer);
            rows.Add(x, y, day, hour, category, reported);
            foreach (var id in areaIds)
                if (areas.TryGetValue(id, out var area))
                    rows.SetArea(area.Kind, area.Index);
        }
        return rows.Build(part.Year, part.Version);
    }

    // COPY takes no parameters: both are integers that the database itself gave.
    private static string RowsSql(int jurisdiction, short year) => $"""
        COPY (
            SELECT i.x, i.y,
                   i.occurred_local::date - DATE '0001-01-01',
                   extract(hour FROM i.occurred_local)::smallint,
                   i.category_id,
                   i.area_ids,
                   coalesce((i.reported_at AT TIME ZONE j.time_zone)::date, i.occurred_local::date) - DATE '0001-01-01'
            FROM geocrime.incident i
            JOIN geocrime.jurisdiction j ON j.id = i.jurisdiction_id
            WHERE i.jurisdiction_id = {jurisdiction} AND i.local_year = {year}
            ORDER BY i.occurred_local, i.id
        ) TO STDOUT (FORMAT BINARY)
        """;

    private static int ReadCentimetres(NpgsqlBinaryExporter export)
    {
        if (export.IsNull)
        {
            export.Skip();
            return IncidentChunk.Unlocated;
        }
        var metres = export.Read<double>(NpgsqlDbType.Double);
        return Math.Abs(metres) < Limit ? (int)Math.Round(metres * CentimetresPerMetre) : IncidentChunk.Unlocated;
    }
}
