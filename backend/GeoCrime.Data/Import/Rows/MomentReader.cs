using System.Globalization;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Import.Rows;

/// <summary>A moment as instant (UTC) and as civil time of the source's zone.</summary>
/// <param name="Skipped">The source stated a time that the clocks skip; this is later by the hour they skip.</param>
internal readonly record struct Moment(DateTime Instant, DateTime Local, bool Skipped = false);

/// <summary>Reads one time field of a row.</summary>
internal sealed class MomentReader
{
    /// <summary>Formats of whole numbers that count from 1970 in UTC.</summary>
    public const string EpochSeconds = "epoch-seconds";
    public const string EpochMilliseconds = "epoch-milliseconds";

    // 1 January of the years 1 and 10000 in seconds from 1970.
    private const long FirstSecond = -62_135_596_800, EndSecond = 253_402_300_800;

    private static readonly string[] TimesOfDay = ["H:mm", "H:mm:ss", "H:mm:ss.FFF", "h:mm tt", "h:mm:ss tt"];

    private readonly int column;
    private readonly int? timeColumn;
    private readonly (string Text, bool IsInstant)[] formats;
    private readonly CivilClock clock;

    public MomentReader(TimeField field, IReadOnlyList<string> columns, CivilClock clock)
    {
        column = columns.ToList().IndexOf(field.Column);
        timeColumn = field.TimeColumn is null ? null : columns.ToList().IndexOf(field.TimeColumn);
        formats = [.. field.Formats.Select(format => (format, StatesOffset(format)))];
        this.clock = clock;
        HasTimeOfDay = field.TimeColumn is not null || field.Formats.Any(format => format.Contains('h', StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the field tells the time of day, so that exact midnight may be a placeholder.</summary>
    public bool HasTimeOfDay { get; }

    /// <summary>The field as published.</summary>
    public string Text(SourceRows row) => timeColumn is { } time ? $"{row.Field(column)} {row.Field(time)}" : row.Field(column);

    /// <returns>Blank: null and true. Unreadable: null and false.</returns>
    public (Moment? Moment, bool Readable) Read(SourceRows row)
    {
        var text = row.Field(column);
        if (text.Length == 0)
            return (null, true);
        foreach (var (format, isInstant) in formats)
        {
            if (format is EpochSeconds or EpochMilliseconds)
            {
                if (Instant(text, format) is { } counted)
                    return (new Moment(counted, clock.Local(counted)), true);
            }
            else if (isInstant)
            {
                // Text without an offset passes a format with K as local civil time.
                if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var stated))
                    return (Of(stated, text, format), true);
            }
            else if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
                return AtTimeOfDay(local, row);
        }
        return (null, false);
    }

    /// <summary>The instant that a count from 1970 stands for; null where it is none or leaves the calendar.</summary>
    internal static DateTime? Instant(string text, string format)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
            return null;
        var scale = format == EpochSeconds ? 1 : 1000;
        // A day from either end, so that no time zone leaves the calendar.
        return count > (FirstSecond + 86_400) * scale && count < (EndSecond - 86_400) * scale
            ? DateTime.UnixEpoch.AddTicks(count * (TimeSpan.TicksPerSecond / scale))
            : null;
    }

    private Moment Of(DateTime stated, string text, string format)
    {
        if (stated.Kind == DateTimeKind.Unspecified)
            return Civil(stated);
        var instant = DateTimeOffset.ParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime;
        return new Moment(instant, clock.Local(instant));
    }

    private (Moment?, bool) AtTimeOfDay(DateTime date, SourceRows row)
    {
        if (timeColumn is not { } index)
            return (Civil(date), true);
        return TimeOfDay(row.Field(index)) is { } time ? (Civil(date.Date + time), true) : (null, false);
    }

    /// <summary>The time of day in HHMM as an integer without padding (5 is 00:05), 13:05, 13:05:59 or 1:05 PM; null where the text is none of these.</summary>
    internal static TimeSpan? TimeOfDay(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time))
            return time / 100 <= 23 && time % 100 <= 59 ? TimeSpan.FromMinutes((time / 100 * 60) + (time % 100)) : null;
        return TimeOnly.TryParseExact(text, TimesOfDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read.ToTimeSpan() : null;
    }

    private Moment Civil(DateTime local)
    {
        var (instant, shown) = clock.Read(local);
        return new Moment(instant, shown, shown != local);
    }

    /// <summary>Whether a format has an offset specifier outside quotes.</summary>
    private static bool StatesOffset(string format)
    {
        var quoted = false;
        foreach (var letter in format)
        {
            if (letter == '\'')
                quoted = !quoted;
            else if (!quoted && letter is 'K' or 'z')
                return true;
        }
        return false;
    }
}
