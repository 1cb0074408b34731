namespace GeoCrime.Api.Tests.Denver;

/// <summary>Daily counts of Denver's neighbourhoods by SQL, from the first day of data to completeThrough.</summary>
/// <param name="First">Day 0.</param>
/// <param name="Days">Neighbourhood → counts; a day without a row is 0.</param>
internal sealed record DailyCounts(DateOnly First, IReadOnlyDictionary<string, double[]> Days)
{
    public static async Task<DailyCounts> ReadAsync(TestServer denver)
    {
        var span = (await denver.SqlAsync("SELECT min(i.occurred_local)::date::text, (SELECT complete_through::text FROM geocrime.jurisdiction WHERE code = 'denver') FROM geocrime.incident i")).Single();
        var (first, last) = (DateOnly.Parse((string)span[0]!), DateOnly.Parse((string)span[1]!));
        var days = (await denver.SqlAsync("SELECT a.code FROM geocrime.area a JOIN geocrime.area_set s ON s.id = a.area_set_id WHERE s.kind = 'neighborhood' AND s.current"))
            .ToDictionary(row => (string)row[0]!, _ => new double[last.DayNumber - first.DayNumber + 1]);
        foreach (var row in await denver.SqlAsync("""
            SELECT a.code, i.occurred_local::date::text, count(*)::integer FROM geocrime.incident i
            JOIN geocrime.area a ON a.id = ANY (i.area_ids) JOIN geocrime.area_set s ON s.id = a.area_set_id AND s.kind = 'neighborhood' AND s.current GROUP BY 1, 2
            """))
            if (DateOnly.Parse((string)row[1]!) is var day && day <= last)
                days[(string)row[0]!][day.DayNumber - first.DayNumber] = (int)row[2]!;
        return new DailyCounts(first, days);
    }
}
