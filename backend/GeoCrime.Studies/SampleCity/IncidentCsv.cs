using System.Globalization;
using System.Text;

namespace GeoCrime.Studies.SampleCity;

/// <summary>The incident file: comma-separated, UTF-8, one header line, local times to the minute.</summary>
internal static class IncidentCsv
{
    private const string Header =
        "incident_id,offence_code,occurred_from,occurred_to,reported_at,longitude,latitude,block_address,precinct,district,resolution\n";
    private const string TimeFormat = "yyyy-MM-dd HH:mm";

    /// <summary>Writes all rows; leaves the stream open.</summary>
    public static void Write(Stream stream, SampleIncident[] incidents, CancellationToken cancellation)
    {
        // No field needs quotes: names and addresses are our own and hold neither comma nor quote.
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        Span<char> line = stackalloc char[400];
        writer.Write(Header);
        for (var i = 0; i < incidents.Length; i++)
        {
            if (i % 10_000 == 0)
                cancellation.ThrowIfCancellationRequested();
            var row = incidents[i];
            line.TryWrite(CultureInfo.InvariantCulture, $"{row.Id},{row.Offence},{row.UnreadableDate}", out var length);
            writer.Write(line[..length]);
            if (row.UnreadableDate is null)
                WriteTime(writer, line, row.OccurredFrom);
            writer.Write(',');
            if (row.OccurredTo is { } to)
                WriteTime(writer, line, to);
            writer.Write(',');
            WriteTime(writer, line, row.ReportedAt);
            length = 2;
            if (row.Position is { } position)
                line.TryWrite(CultureInfo.InvariantCulture, $",{position.Longitude:F7},{position.Latitude:F7}", out length);
            else
                line[..2].Fill(',');
            writer.Write(line[..length]);
            line.TryWrite(CultureInfo.InvariantCulture, $",{row.Address},{row.Precinct},{row.District},{row.Resolution}\n", out length);
            writer.Write(line[..length]);
        }
    }

    private static void WriteTime(StreamWriter writer, Span<char> buffer, DateTime time)
    {
        time.TryFormat(buffer, out var length, TimeFormat, CultureInfo.InvariantCulture);
        writer.Write(buffer[..length]);
    }
}
