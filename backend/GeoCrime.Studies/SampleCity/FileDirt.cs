namespace GeoCrime.Studies.SampleCity;

/// <summary>Spoils a few rows in the ways published files are spoilt.</summary>
internal static class FileDirt
{
    private const double WithoutPosition = 0.0025;
    private const double Sentinel = 0.0008;
    private const double StrayPrecinct = 0.008;
    private const double WithoutPrecinct = 0.0012;
    private const double UnreadableDate = 0.00016;
    private const double ExactRepeat = 0.0004;
    private const double Correction = 0.0002;

    private static readonly string[] UnreadableDates = ["", "unknown", "0000-00-00 00:00", "2023-02-30 12:00", "31.13.2022", "N/A"];

    /// <summary>The rows as published, and the count of each defect. A row has at most one defect of the drawn kinds.</summary>
    public static (SampleIncident[] Rows, DirtCounts Counts) Spoil(List<SampleIncident> clean, CityLayout layout, SampleRandom random)
    {
        var cumulative = Cumulative.Of([WithoutPosition, Sentinel, StrayPrecinct, WithoutPrecinct, UnreadableDate, ExactRepeat, Correction]);
        var counts = new int[cumulative.Length];
        var rows = new List<SampleIncident>(clean.Count + 400);
        foreach (var row in clean)
        {
            var drawn = random.NextDouble();
            var kind = Array.FindIndex(cumulative, sum => drawn < sum);
            if (kind >= 0)
                counts[kind]++;
            rows.Add(kind switch
            {
                0 => row with { Position = null },
                1 => row with { Position = (0, 0) },
                2 => Stray(row, layout, random),
                3 => row with { Precinct = "", District = "" },
                4 => row with { UnreadableDate = UnreadableDates[random.Next(UnreadableDates.Length)] },
                _ => row,
            });
            if (kind == 5)
                rows.Add(row);
            if (kind == 6)
                rows.Add(row with { Resolution = row.Resolution == "arrest" ? "unfounded" : "arrest" });
        }

        var readable = rows.Where(r => r.UnreadableDate is null).ToArray();
        return ([.. rows], new DirtCounts(
            counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6],
            readable.Count(r => IsInDaylightGap(r.OccurredFrom)), readable.Count(r => r.OccurredFrom.TimeOfDay == TimeSpan.Zero)));
    }

    /// <summary>Whether a local time of Atlantic/Azores does not exist: 00:00–00:59 on the last Sunday of March.</summary>
    public static bool IsInDaylightGap(DateTime local) =>
        local is { Month: 3, Day: >= 25, DayOfWeek: DayOfWeek.Sunday, Hour: 0 };

    private static SampleIncident Stray(SampleIncident row, CityLayout layout, SampleRandom random)
    {
        var own = Array.FindIndex(layout.Precincts, p => p.Code == row.Precinct);
        var other = layout.Precincts[(own + 1 + random.Next(layout.Precincts.Length - 1)) % layout.Precincts.Length];
        return row with { Precinct = other.Code, District = other.District };
    }
}
