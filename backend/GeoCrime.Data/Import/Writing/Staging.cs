using System.Buffers.Binary;
using GeoCrime.Data.Import.Rows;
using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.Writing;

/// <summary>Sends a chunk to a temporary table by COPY BINARY.</summary>
internal static class Staging
{
    /// <summary>Emptied by each commit; it ends with the connection.</summary>
    public const string CreateSql = """
        CREATE TEMP TABLE staged (
            number bigint NOT NULL,
            source_key text NOT NULL,
            content_hash uuid NOT NULL,
            quarantine_key text NOT NULL,
            standing smallint NOT NULL,
            reason text,
            detail text,
            raw text,
            local_year smallint,
            category_id integer,
            occurred_from timestamptz,
            occurred_local timestamp,
            occurred_to timestamptz,
            occurred_to_local timestamp,
            reported_at timestamptz,
            geom geometry,
            x double precision,
            y double precision,
            incident_number text,
            area_ids integer[],
            stated_areas jsonb,
            attributes jsonb
        ) ON COMMIT DELETE ROWS
        """;

    private const string CopySql = "COPY staged FROM STDIN (FORMAT BINARY)";

    public static async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<ImportRow> rows, CategoryStore categories, CancellationToken cancellationToken)
    {
        var point = new byte[PointBytes];
        await using var writer = await connection.BeginBinaryImportAsync(CopySql, cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            writer.Write(row.Number, NpgsqlDbType.Bigint);
            writer.Write(row.SourceKey, NpgsqlDbType.Text);
            writer.Write(row.ContentHash, NpgsqlDbType.Uuid);
            writer.Write(row.QuarantineKey, NpgsqlDbType.Text);
            writer.Write((short)row.Standing, NpgsqlDbType.Smallint);
            if (row.Reason is { } reason)
            {
                writer.Write(reason.Code, NpgsqlDbType.Text);
                WriteText(writer, row.Detail, NpgsqlDbType.Text);
                WriteText(writer, row.Raw, NpgsqlDbType.Text);
                for (var column = 0; column < 14; column++)
                    writer.WriteNull();
                continue;
            }
            for (var column = 0; column < 3; column++)
                writer.WriteNull();
            writer.Write((short)row.OccurredFrom.Local.Year, NpgsqlDbType.Smallint);
            writer.Write(categories.IdOf(row.Category!), NpgsqlDbType.Integer);
            writer.Write(row.OccurredFrom.Instant, NpgsqlDbType.TimestampTz);
            writer.Write(row.OccurredFrom.Local, NpgsqlDbType.Timestamp);
            WriteTime(writer, row.OccurredTo?.Instant, NpgsqlDbType.TimestampTz);
            WriteTime(writer, row.OccurredTo?.Local, NpgsqlDbType.Timestamp);
            WriteTime(writer, row.ReportedAt?.Instant, NpgsqlDbType.TimestampTz);
            WritePosition(writer, row, point);
            WriteText(writer, row.IncidentNumber, NpgsqlDbType.Text);
            writer.Write(row.AreaIds, NpgsqlDbType.Array | NpgsqlDbType.Integer);
            WriteText(writer, row.StatedAreas, NpgsqlDbType.Jsonb);
            WriteText(writer, row.Attributes, NpgsqlDbType.Jsonb);
        }
        await writer.CompleteAsync(cancellationToken);
    }

    private const int PointBytes = 25;

    /// <summary>Extended well-known binary of the point, little-endian with its SRID, then its metres.</summary>
    private static void WritePosition(NpgsqlBinaryImporter writer, ImportRow row, byte[] point)
    {
        const uint pointWithSrid = 0x20000001;
        if (row.Position is not { } position || row.Metres is not { } metres)
        {
            writer.WriteNull();
            writer.WriteNull();
            writer.WriteNull();
            return;
        }
        point[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(point.AsSpan(1), pointWithSrid);
        BinaryPrimitives.WriteInt32LittleEndian(point.AsSpan(5), CrsCode.Wgs84);
        BinaryPrimitives.WriteDoubleLittleEndian(point.AsSpan(9), position.X);
        BinaryPrimitives.WriteDoubleLittleEndian(point.AsSpan(17), position.Y);
        writer.Write(point, NpgsqlDbType.Bytea);
        writer.Write(metres.X, NpgsqlDbType.Double);
        writer.Write(metres.Y, NpgsqlDbType.Double);
    }

    private static void WriteText(NpgsqlBinaryImporter writer, string? text, NpgsqlDbType type)
    {
        if (text is null)
            writer.WriteNull();
        else
            writer.Write(text, type);
    }

    private static void WriteTime(NpgsqlBinaryImporter writer, DateTime? time, NpgsqlDbType type)
    {
        if (time is { } value)
            writer.Write(value, type);
        else
            writer.WriteNull();
    }
}
