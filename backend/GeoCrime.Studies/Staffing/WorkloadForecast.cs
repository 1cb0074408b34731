using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Scenarios;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Staffing;

/// <summary>
/// The forecast workload of areas by hour of the week, before any question of shifts and units: the level comes from the forecast, the
/// weekday and hour from the last year's own profile, the spread from what forecasts of the whole window missed at past origins.
/// </summary>
/// <param name="Weekly">Shape [areas]: expected reported incidents a week.</param>
/// <param name="WeeklyDraws">Shape [areas, origins], ascending: the same at each past origin's error; empty where none is known.</param>
/// <param name="WindowTotal">Shape [areas]: expected over the whole window.</param>
/// <param name="Profile">Shape [areas, 168]: share of a week's incidents.</param>
/// <param name="Factors">Shape [areas, 168]: a scenario's; null without one.</param>
/// <param name="Weekdays">Those that the window holds, 0 is Monday.</param>
/// <param name="Notes">Of the scenario.</param>
internal sealed record WorkloadForecast(
    IReadOnlyList<Area> Areas,
    double[] Weekly,
    double[][] WeeklyDraws,
    double[] WindowTotal,
    double[][] Profile,
    double[][]? Factors,
    IReadOnlyList<int> Weekdays,
    IReadOnlyList<string> Notes)
{
    /// <summary>How many reports the city's own profile stands for in an area's.</summary>
    private const double ProfileStrength = 50;

    /// <param name="paths">From the day after the data's end on.</param>
    /// <param name="offset">Days of the paths before the window.</param>
    public static WorkloadForecast Of(IncidentColumns columns, StaffingRequest request, AreaPaths paths, int offset, DateOnly? asOf, CancellationToken cancellationToken)
    {
        var lastYear = LastYear.Of(columns, request.Kind, request.Filter, paths.Start, asOf, request.OfficerWeight, cancellationToken);
        var profile = lastYear.Profiles(ProfileStrength);
        var weekdays = Enumerable.Range(0, request.Days).Select(day => request.From.AddDays(day).DayNumber % 7).ToArray();
        var (weekly, draws, totals) = (new double[profile.Length], new double[profile.Length][], new double[profile.Length]);
        for (var area = 0; area < profile.Length; area++)
        {
            var shares = Enumerable.Range(0, 7).Select(weekday => profile[area].Skip(weekday * 24).Take(24).Sum()).ToArray();
            // What the window's weekdays hold of a week, so that a window of weekends is not taken for the level of the week.
            var weeks = weekdays.Sum(weekday => shares[weekday]);
            totals[area] = paths.Paths[area][offset..(offset + request.Days)].Sum();
            weekly[area] = totals[area] / weeks;
            var total = totals[area];
            draws[area] = [.. JointPaths.TotalErrors([.. paths.Errors[area].Select(error => error[offset..(offset + request.Days)])])
                .Select(error => Math.Max(0, total + error) / weeks).Order()];
        }
        var effect = request.Scenario is null
            ? null
            : ScenarioEffect.Of(request.Scenario, columns, request.Kind, lastYear, paths.Counts, request.From, request.Days);
        return new WorkloadForecast(
            columns.AreaKinds[columns.KindNumber(request.Kind)].Areas, weekly, draws, totals, profile,
            effect is null ? null : [.. effect.Days.Select(days => ByHour(days, weekdays))], [.. weekdays.Distinct().Order()], effect?.Notes ?? []);
    }

    /// <summary>Expected reported incidents of one shift.</summary>
    public double Expected(int area, int weekday, Shift shift, bool scenario) => Weekly[area] * Share(area, weekday, shift, scenario);

    /// <summary>An area's week at a percentile of the forecast over its expectation.</summary>
    /// <param name="percent">0–100.</param>
    public double Ratio(int area, double percent)
    {
        if (Weekly[area] <= 0)
            return 1;
        var draws = WeeklyDraws[area];
        if (draws.Length == 0)
            // Nothing is known of past errors: counting alone spreads the window's total.
            return PoissonQuantile.At(WindowTotal[area], percent / 100) / WindowTotal[area];
        var place = percent / 100 * (draws.Length - 1);
        var below = (int)place;
        var value = draws[below] + ((place - below) * (draws[Math.Min(below + 1, draws.Length - 1)] - draws[below]));
        return value / Weekly[area];
    }

    private double Share(int area, int weekday, Shift shift, bool scenario)
    {
        var sum = 0.0;
        foreach (var hour in shift.HoursOfWeek(weekday))
            sum += Profile[area][hour] * (scenario && Factors is not null ? Factors[area][hour] : 1);
        return sum;
    }

    /// <summary>Factors of the window's days as means by hour of the week; a weekday that the window lacks takes the mean of all.</summary>
    private static double[] ByHour(double[] days, int[] weekdays)
    {
        var all = days.Average();
        var means = Enumerable.Range(0, 7).Select(weekday => days.Zip(weekdays).Where(day => day.Second == weekday).Select(day => day.First).DefaultIfEmpty(all).Average()).ToArray();
        return [.. Enumerable.Range(0, LastYear.HoursAWeek).Select(hour => means[hour / 24])];
    }
}
