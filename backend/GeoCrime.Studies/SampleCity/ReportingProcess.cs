namespace GeoCrime.Studies.SampleCity;

/// <summary>Turns what happened into what was reported by the day the file was drawn, in order of report.</summary>
internal sealed class ReportingProcess(CityLayout layout, SampleRandom random)
{
    /// <summary>Reporting delay as a mixture of exponentials: share and mean in days.</summary>
    public static readonly (double Share, double MeanDays)[] Delays = [(0.68, 0.08), (0.19, 0.9), (0.10, 9), (0.03, 50)];

    private static readonly double[] DelayShares = Cumulative.Of([.. Delays.Select(d => d.Share)]);

    /// <summary>Clean rows of the events that were reported before the file was drawn, numbered in order of report.</summary>
    public List<SampleIncident> Report(IReadOnlyList<DrawnEvent> events)
    {
        var rows = new List<(SampleIncident Row, int Order)>(events.Count);
        for (var i = 0; i < events.Count; i++)
        {
            var row = Row(events[i]);
            if (row.ReportedAt < SamplePeriod.Extracted)
                rows.Add((row, i));
        }
        rows.Sort((a, b) => (a.Row.ReportedAt, a.Order).CompareTo((b.Row.ReportedAt, b.Order)));

        var numbered = new List<SampleIncident>(rows.Count);
        var (year, number) = (0, 0);
        foreach (var (row, _) in rows)
        {
            (year, number) = row.ReportedAt.Year == year ? (year, number + 1) : (row.ReportedAt.Year, 1);
            numbered.Add(row with { Id = $"PM{year % 100:00}-{number:000000}" });
        }
        return numbered;
    }

    private SampleIncident Row(DrawnEvent drawn)
    {
        var offence = OffenceTable.All[drawn.Offence];
        var anchor = layout.Anchors[drawn.Anchor];
        var precinct = layout.Precincts[anchor.Precinct];
        var day = SamplePeriod.Date(drawn.Day).ToDateTime(TimeOnly.MinValue);
        var from = random.Chance(offence.PlaceholderMidnight) ? day : day.AddHours(drawn.Hour).AddMinutes(Minute());
        DateTime? to = offence.IntervalHours > 0 && random.Chance(0.8)
            ? from.AddMinutes(5 * (1 + (int)(Math.Min(random.Exponential(offence.IntervalHours), 96) * 12)))
            : null;
        var delay = random.Exponential(Delays[random.Draw(DelayShares)].MeanDays);
        var reported = (to ?? from).AddMinutes(3 + (int)(delay * 1440));
        return new SampleIncident(
            "", offence.Code, from, to, reported, (anchor.Longitude, anchor.Latitude), anchor.Address,
            precinct.Code, precinct.District, Resolution(offence, reported), null, drawn.Origin);
    }

    // People round: a third of times are full hours.
    private int Minute()
    {
        var kind = random.NextDouble();
        if (kind < 0.34)
            return 0;
        if (kind < 0.52)
            return 30;
        return kind < 0.64 ? 15 + 30 * random.Next(2) : kind < 0.84 ? 5 * random.Next(12) : random.Next(60);
    }

    private string Resolution(Offence offence, DateTime reported)
    {
        var isRecent = (SamplePeriod.Extracted - reported).TotalDays < 45;
        if (random.Chance(isRecent ? 0.7 : 0.06))
            return "open";
        var drawn = random.NextDouble();
        var arrest = offence.OfficerInitiated ? 0.6 : offence.Group == "violence" || offence.Code == "shoplifting" ? 0.35 : 0.10;
        return drawn < arrest ? "arrest" : drawn < arrest + 0.06 ? "referred" : drawn < arrest + 0.08 ? "unfounded" : "inactive";
    }
}
