using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Series;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Studies.Staffing;

/// <summary>Replays the forecast of cells at past origins: incidents a shift, area by area, over the 28 days that then came.</summary>
internal static class WorkloadScoring
{
    private const int Origins = 12;
    private const int SpacingDays = 28;
    private const int Weeks = 4;
    private const int Year = 364;
    private const double ProfileStrength = 50;
    private const int FewestToCompare = 5;

    /// <remarks>At an origin only rows count that were reported by then; the level is the mean of the last 28 days.</remarks>
    public static WorkloadScorecard Score(IncidentColumns columns, StaffingRequest request, DateOnly end, CancellationToken cancellationToken)
    {
        var kind = columns.KindNumber(request.Kind);
        var rows = RowFilter.Apply(columns, request.Filter, cancellationToken);
        var first = columns.Chunks.Where(chunk => chunk.Count > 0).Select(chunk => chunk.Day[0]).DefaultIfEmpty(int.MaxValue).Min();
        var length = first > end.DayNumber ? 0 : end.DayNumber - first;
        var weights = columns.Categories.Select(category => category.OfficerInitiated ? request.OfficerWeight : 1).ToArray();
        var (own, lastYear, recent) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var origin in RollingOrigin.Plan(length, SpacingDays, SpacingDays, Origins, 2 * Year))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var day = DateOnly.FromDayNumber(first + origin);
            var asOf = day.AddDays(-1);
            var year = LastYear.Of(columns, request.Kind, request.Filter, day, asOf, request.OfficerWeight, cancellationToken);
            var known = rows.ReportedBy(asOf);
            var (actual, before) = (Hours(rows, day), Hours(known, day.AddDays(-SpacingDays)));
            var yearBefore = Hours(known, day.AddDays(-Year));
            var forecast = year.Profiles(ProfileStrength).Zip(before, (profile, last) => profile.Select(share => share * last.Sum()).ToArray()).ToArray();
            own.Add(Error(forecast, actual));
            lastYear.Add(Error(yearBefore, actual));
            recent.Add(Error(before, actual));
        }
        return Summary(own, [("the same weeks last year", lastYear), ("the last four weeks", recent)]);

        // Incidents by area and hour of the week, over 28 days.
        double[][] Hours(FilteredIncidents incidents, DateOnly from)
        {
            var hours = Enumerable.Range(0, columns.AreaKinds[kind].Areas.Count).Select(_ => new double[LastYear.HoursAWeek]).ToArray();
            foreach (var part in incidents.Parts)
                for (var place = FirstFrom(part, from.DayNumber); place < part.Rows.Length && part.Chunk.Day[part.Rows[place]] < from.DayNumber + SpacingDays; place++)
                {
                    var row = part.Rows[place];
                    if (part.Chunk.Area[kind][row] is var area and >= 0)
                        hours[area][(part.Chunk.Day[row] % 7 * 24) + part.Chunk.Hour[row]] += weights[part.Chunk.Category[row]];
                }
            return hours;
        }

        // Mean absolute error over cells, in incidents a shift.
        double Error(double[][] forecast, double[][] actual) => forecast.Zip(actual).SelectMany(area =>
            Enumerable.Range(0, 7).SelectMany(weekday => request.Shifts.Select(shift =>
                Math.Abs(shift.HoursOfWeek(weekday).Sum(hour => area.First[hour] - area.Second[hour])) / Weeks))).DefaultIfEmpty().Average();
    }

    private static int FirstFrom(FilteredIncidents.Part part, int day)
    {
        var (low, high) = (0, part.Rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (part.Chunk.Day[part.Rows[middle]] < day)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static WorkloadScorecard Summary(List<double> own, (string Name, List<double> Errors)[] baselines)
    {
        if (own.Count == 0)
            return new WorkloadScorecard(0, null, [], null, "Not scored yet: two years of history and four weeks are needed.");
        var better = baselines.MinBy(each => each.Errors.Average());
        var differences = own.Zip(better.Errors, (ours, theirs) => ours - theirs).ToArray();
        bool? beats = differences.Length < FewestToCompare ? null : Upper(differences) < 0;
        var verdict = beats switch
        {
            true => $"Better than {better.Name}",
            false => differences.Average() > 0 ? $"{char.ToUpperInvariant(better.Name[0])}{better.Name[1..]} did better" : $"Not shown to be better than {better.Name}",
            null => "Too few origins to judge",
        };
        return new WorkloadScorecard(own.Count, own.Average(), [.. baselines.Select(each => (each.Name, each.Errors.Average()))], beats,
            $"{verdict}: over {own.Count} past months the forecast of an area's shift missed by {own.Average():0.00} incidents on the mean, {better.Name} by {better.Errors.Average():0.00}. Forecasts were remade with what had been reported by then, with the level of the last four weeks.");
    }

    /// <summary>Upper end of the 90 % interval of the mean.</summary>
    private static double Upper(double[] differences)
    {
        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(each => (each - mean) * (each - mean)) / (differences.Length - 1) / differences.Length);
        return mean + (StudentT.InvCDF(0, 1, differences.Length - 1, 0.95) * error);
    }
}
