using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Import.Rows;

/// <summary>Makes an incident, or a row to be kept aside, of each row of a source.</summary>
internal sealed class RowConverter
{
    private static readonly DateTime Earliest = new(1900, 1, 1);

    private readonly SourceProfile profile;
    private readonly DateTime latest;
    private readonly RowIdentity identity;
    private readonly MomentReader occurredFrom;
    private readonly MomentReader? occurredTo;
    private readonly MomentReader? reportedAt;
    private readonly PositionReader position;
    private readonly CategoryMatcher categories;
    private readonly RowJson statedAreas;
    private readonly RowJson attributes;
    private readonly int categoryColumn;
    private readonly int numberColumn;

    /// <param name="profile">How the source is read.</param>
    /// <param name="columns">The columns that rows were opened with.</param>
    /// <param name="srid">EPSG code of the positions.</param>
    /// <param name="now">The moment of the import: nothing occurs later than a day after it.</param>
    /// <param name="file">Named where the category column turns out wrong.</param>
    public RowConverter(SourceProfile profile, IReadOnlyList<string> columns, int srid, DateTimeOffset now, string file)
    {
        var clock = new CivilClock(TimeZoneInfo.FindSystemTimeZoneById(profile.TimeZone));
        var order = columns.ToList();
        this.profile = profile;
        latest = now.UtcDateTime.AddDays(1);
        identity = new RowIdentity(profile, columns);
        occurredFrom = new MomentReader(profile.OccurredFrom, columns, clock);
        occurredTo = profile.OccurredTo is null ? null : new MomentReader(profile.OccurredTo, columns, clock);
        reportedAt = profile.ReportedAt is null ? null : new MomentReader(profile.ReportedAt, columns, clock);
        position = new PositionReader(profile.Position, columns, srid);
        categories = new CategoryMatcher(profile.Categories, file);
        statedAreas = new RowJson([.. profile.StatedAreas.OrderBy(area => area.Key, StringComparer.Ordinal).Select(area => (area.Key, order.IndexOf(area.Value)))]);
        attributes = new RowJson([.. profile.Attributes.Select(name => (name, order.IndexOf(name)))]);
        categoryColumn = profile.Category.Column is { } category ? order.IndexOf(category) : -1;
        numberColumn = profile.IncidentNumber is { } number ? order.IndexOf(number) : -1;
    }

    /// <summary>Passes over a row that an earlier run stored.</summary>
    public void Skip(SourceRows row) => identity.Of(row);

    /// <param name="row">The current row of the source.</param>
    /// <param name="notes">Takes what is peculiar about the row.</param>
    public ImportRow Convert(SourceRows row, Notes notes)
    {
        var known = identity.Of(row);
        var (from, readable) = row.Defect is null ? occurredFrom.Read(row) : default;
        var value = categoryColumn < 0 ? profile.Category.Constant! : row.Field(categoryColumn);
        var reason = row.Defect ?? Reject(from, readable, value);
        if (known.LacksId)
            notes.Add(Notes.NoId);
        if (row.Mangled)
            notes.Add(Notes.Mangled);
        if (reason is not null)
            return new ImportRow
            {
                Number = row.Number,
                SourceKey = known.SourceKey,
                ContentHash = known.ContentHash,
                QuarantineKey = known.QuarantineKey,
                Reason = reason,
                Detail = Detail(reason, row),
                Raw = row.Raw,
            };
        if (row.EndsEarly)
            notes.Add(Notes.Short);
        var category = categories.Of(value);
        if (!category.Mapped)
            notes.Add(Notes.UnmappedCategory + value);
        var reported = Other(reportedAt, row, notes);
        if (reported is { } report && IsEarly(report, from!.Value))
            notes.Add(Notes.ReportedEarly);
        if (occurredFrom.HasTimeOfDay && from!.Value.Local.TimeOfDay == TimeSpan.Zero)
            notes.Add(Notes.Midnight);
        if (from!.Value.Skipped)
            notes.Add(Notes.SkippedHour);
        return new ImportRow
        {
            Number = row.Number,
            SourceKey = known.SourceKey,
            ContentHash = known.ContentHash,
            QuarantineKey = known.QuarantineKey,
            Category = category,
            OccurredFrom = from.Value,
            OccurredTo = Other(occurredTo, row, notes),
            ReportedAt = reported,
            IncidentNumber = numberColumn < 0 ? null : NullIfBlank(row.Field(numberColumn)),
            StatedAreas = statedAreas.Of(row),
            Attributes = attributes.Of(row),
            Position = Position(row, notes),
            Raw = profile.Id is null ? null : row.Raw,
        };
    }

    private QuarantineReason? Reject(Moment? from, bool readable, string category)
    {
        if (!readable)
            return QuarantineReason.UnparseableDate;
        if (from is not { } moment)
            return QuarantineReason.NoDate;
        if (moment.Local < Earliest || moment.Instant > latest)
            return QuarantineReason.DateOutOfRange;
        return category.Length == 0 ? QuarantineReason.NoCategory : null;
    }

    private string? Detail(QuarantineReason reason, SourceRows row) =>
        reason == QuarantineReason.UnparseableDate || reason == QuarantineReason.DateOutOfRange ? occurredFrom.Text(row) : null;

    private (double X, double Y)? Position(SourceRows row, Notes notes)
    {
        switch (position.Read(row, out var x, out var y))
        {
            case PositionOutcome.Located:
                return (x, y);
            case PositionOutcome.Impossible:
                notes.Add(Notes.ImpossiblePosition);
                return null;
            case PositionOutcome.Sentinel:
                notes.Add(Notes.SentinelPosition);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Exact midnight of the day of occurrence is a report without a time of day, not an early one.</summary>
    private static bool IsEarly(Moment report, Moment from) =>
        report.Instant < from.Instant && report.Local != from.Local.Date;

    private static Moment? Other(MomentReader? reader, SourceRows row, Notes notes)
    {
        if (reader is null)
            return null;
        var (moment, readable) = reader.Read(row);
        if (!readable)
            notes.Add(Notes.UnreadableSecondDate);
        return moment;
    }

    private static string? NullIfBlank(string text) => text.Length == 0 ? null : text;
}
