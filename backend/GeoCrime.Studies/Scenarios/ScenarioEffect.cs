using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Scenarios;

/// <summary>A scenario as factors on forecasts.</summary>
/// <param name="Days">Shape [areas, horizon]: what a day's expected reports are multiplied with.</param>
/// <param name="Categories">Shape [areas, categories]: the lasting shifts alone.</param>
/// <param name="Notes">What was assumed and reckoned, a sentence each.</param>
internal sealed record ScenarioEffect(double[][] Days, double[][] Categories, IReadOnlyList<string> Notes)
{
    private const double MostPercent = 1000;
    private const int MostEntries = 50;
    private const int NeighbourWeeks = 4;

    /// <param name="lastYear">Tells the share of a category in an area.</param>
    /// <param name="counts">One an area: past reports a day.</param>
    /// <param name="start">The first day of the horizon.</param>
    /// <exception cref="ArgumentException">A percentage, day or code that cannot be; the message names the field.</exception>
    public static ScenarioEffect Of(Scenario scenario, IncidentColumns columns, string kind, LastYear lastYear, IReadOnlyList<CountSeries> counts, DateOnly start, int horizonDays)
    {
        if (scenario.Changes.Count > MostEntries || scenario.Events.Count > MostEntries)
            throw new ArgumentException($"scenario: at most {MostEntries} changes and {MostEntries} events are allowed.");
        var areas = columns.AreaKinds[columns.KindNumber(kind)].Areas;
        var categories = Enumerable.Range(0, areas.Count).Select(_ => Enumerable.Repeat(1.0, columns.Categories.Count).ToArray()).ToArray();
        var notes = new List<string>();
        for (var number = 0; number < scenario.Changes.Count; number++)
            Shift(scenario.Changes[number], $"scenario.changes[{number}]", columns, areas, categories, notes);
        var lasting = lastYear.Categories.Select((area, index) => area.Sum() > 0 ? area.Zip(categories[index], (count, factor) => count * factor).Sum() / area.Sum() : Plain(categories[index])).ToArray();
        var days = lasting.Select(factor => Enumerable.Repeat(factor, horizonDays).ToArray()).ToArray();
        for (var number = 0; number < scenario.Events.Count; number++)
            Happen(scenario.Events[number], $"scenario.events[{number}]", areas, counts, start, days, notes);
        return new ScenarioEffect(days, categories, notes);
    }

    // An area without reports last year takes the plain mean of the shifts.
    private static double Plain(double[] factors) => factors.Length == 0 ? 1 : factors.Average();

    private static void Shift(ScenarioChange change, string field, IncidentColumns columns, IReadOnlyList<Area> areas, double[][] categories, List<string> notes)
    {
        var percent = Percent(change.Percent, $"{field}.percent");
        var wantedAreas = change.Area is null ? null : Wanted([change.Area], areas, $"{field}.area");
        if (change.Category is not null && columns.Categories.All(category => category.Code != change.Category))
            throw new ArgumentException($"{field}.category: there is no offence category '{change.Category}'.");
        for (var area = 0; area < areas.Count; area++)
            for (var category = 0; category < columns.Categories.Count; category++)
                if ((wantedAreas is null || wantedAreas[area]) && (change.Category is null || columns.Categories[category].Code == change.Category))
                    categories[area][category] *= 1 + (percent / 100);
        var what = change.Category is null ? "All reports" : $"Reports of {columns.Categories.First(category => category.Code == change.Category).Label}";
        notes.Add($"{what}{(change.Area is null ? "" : $" in {areas.First(area => area.Code == change.Area).Name}")}: {percent:+0.#;−0.#;0} %.");
    }

    private static void Happen(ScenarioEvent happening, string field, IReadOnlyList<Area> areas, IReadOnlyList<CountSeries> counts, DateOnly start, double[][] days, List<string> notes)
    {
        if (happening.Days is < 1 or > 180)
            throw new ArgumentException($"{field}.days is {happening.Days}; 1…180 is allowed.");
        var wanted = happening.Areas is null ? null : Wanted(happening.Areas, areas, $"{field}.areas");
        var first = happening.From.DayNumber - start.DayNumber;
        if (first + happening.Days <= 0 || first >= (days.Length == 0 ? 0 : days[0].Length))
            throw new ArgumentException($"{field}.from: {happening.From:yyyy-MM-dd} lies outside the days that are forecast, {start:yyyy-MM-dd} to {start.AddDays((days.Length == 0 ? 0 : days[0].Length) - 1):yyyy-MM-dd}.");
        var (percent, how) = (happening.Percent, happening.Like) switch
        {
            ({ } given, null) => (Percent(given, $"{field}.percent"), ""),
            (null, { Count: > 0 } like) => Reckoned(like, wanted, counts, $"{field}.like"),
            _ => throw new ArgumentException($"{field} needs either percent or like (past days of the same kind)."),
        };
        for (var area = 0; area < days.Length; area++)
            if (wanted is null || wanted[area])
                for (var day = Math.Max(0, first); day < Math.Min(days[area].Length, first + happening.Days); day++)
                    days[area][day] *= 1 + (percent / 100);
        notes.Add($"{happening.Name}, {happening.From:yyyy-MM-dd}{(happening.Days > 1 ? $" and {happening.Days - 1} more days" : "")}: {percent:+0.#;−0.#;0} %{how}.");
    }

    /// <summary>The days' reports over what the same weekdays of four weeks before and after had.</summary>
    private static (double Percent, string How) Reckoned(IReadOnlyList<DateOnly> like, bool[]? wanted, IReadOnlyList<CountSeries> counts, string field)
    {
        var days = like.ToHashSet();
        var (reported, expected) = (0.0, 0.0);
        foreach (var day in days)
        {
            var here = City(counts, wanted, day);
            var around = Enumerable.Range(-NeighbourWeeks, (2 * NeighbourWeeks) + 1)
                .Select(week => day.AddDays(7 * week)).Where(other => !days.Contains(other)).Select(other => City(counts, wanted, other)).OfType<double>().ToArray();
            if (here is not { } known || around.Length == 0)
                throw new ArgumentException($"{field}: {day:yyyy-MM-dd} lies outside the data, which end on {(counts.Count == 0 ? default : counts[0].DateAt(counts[0].Length - 1)):yyyy-MM-dd}.");
            reported += known;
            expected += around.Average();
        }
        if (expected <= 0)
            throw new ArgumentException($"{field}: nothing was reported around those days.");
        return (Math.Min(MostPercent, 100 * ((reported / expected) - 1)), $", as on {days.Count} past {(days.Count == 1 ? "day" : "days")}: {reported:0} reports where the weeks around led to expect {expected:0}");
    }

    private static double? City(IReadOnlyList<CountSeries> counts, bool[]? wanted, DateOnly day)
    {
        var sum = 0.0;
        for (var area = 0; area < counts.Count; area++)
        {
            var index = day.DayNumber - counts[area].Start.DayNumber;
            if (index < 0 || index >= counts[area].Length || double.IsNaN(counts[area].Values[index]))
                return null;
            sum += wanted is null || wanted[area] ? counts[area].Values[index] : 0;
        }
        return sum;
    }

    private static double Percent(double percent, string field) => percent is >= -100 and <= MostPercent
        ? percent
        : throw new ArgumentException($"{field} is {percent}; −100…{MostPercent} is allowed.");

    private static bool[] Wanted(IReadOnlyList<string> codes, IReadOnlyList<Area> areas, string field)
    {
        if (codes.Except(areas.Select(area => area.Code)).FirstOrDefault() is { } missing)
            throw new ArgumentException($"{field}: there is no {areas[0].Kind} '{missing}'.");
        return [.. areas.Select(area => codes.Contains(area.Code))];
    }
}
