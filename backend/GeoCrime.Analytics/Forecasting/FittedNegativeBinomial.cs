namespace GeoCrime.Analytics.Forecasting;

/// <summary>An estimated negative-binomial regression.</summary>
/// <param name="Effects">Logarithms of the calendar's factors; see <see cref="CalendarTerms"/>.</param>
/// <param name="Dispersion">α of the variance μ + αμ²; ≥ 0.</param>
/// <param name="Weight">Of the latest count in the level; 0–1.</param>
/// <param name="Holidays">Null for none.</param>
public sealed record FittedNegativeBinomial(double[] Effects, double Dispersion, double Weight, HolidayCalendar? Holidays) : IFittedModel
{
    /// <summary>Columns beside the calendar; null for none.</summary>
    public DayTable? Days { get; init; }

    // A calendar moves counts to a fifth or fivefold at most: what says more rests on one spike.
    private static readonly double MostEffect = Math.Log(5);
    private static readonly double[] Weights = [0.005, 0.01, 0.02, 0.04, 0.07, 0.12, 0.2, 0.35];

    public double[] Forecast(CountSeries history, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        history.RequireKnown();
        var level = Levels(history, Factors(history, 0, history.Length), Weight)[^1];
        return [.. Factors(history, history.Length, horizon).Select(factor => level * factor)];
    }

    /// <summary>The weight whose levels best foretell the mean of the steps ahead: a month, a quarter, half a year.</summary>
    internal double ChooseWeight(CountSeries history)
    {
        var ahead = history.Step switch { SeriesStep.Day => 30, SeriesStep.Week => 12, _ => 6 };
        var factors = Factors(history, 0, history.Length);
        var start = Math.Min(history.Length / 3, 2 * ahead);
        return Weights.MinBy(weight => Deviance(history, factors, Levels(history, factors, weight), start, ahead));
    }

    private double[] Factors(CountSeries history, int from, int count)
    {
        var row = new double[Effects.Length];
        var factors = new double[count];
        for (var i = 0; i < count; i++)
        {
            CalendarTerms.Write(history, from + i, Holidays, Days, row);
            var sum = 0.0;
            for (var j = 0; j < row.Length; j++)
                sum += row[j] * Effects[j];
            factors[i] = Math.Exp(Math.Clamp(sum, -MostEffect, MostEffect));
        }
        return factors;
    }

    // Level after each step, shape [n + 1]; at first the weights are those of a plain mean, so the start leaves no trace.
    private static double[] Levels(CountSeries history, double[] factors, double weight)
    {
        var levels = new double[history.Length + 1];
        var (level, seen) = (0.0, 0);
        for (var i = 0; i < history.Length; i++)
        {
            if (!double.IsNaN(history.Values[i]))
                level += Math.Max(weight, 1.0 / ++seen) * (history.Values[i] / factors[i] - level);
            levels[i + 1] = level;
        }
        return levels;
    }

    private static double Deviance(CountSeries history, double[] factors, double[] levels, int start, int ahead)
    {
        var sum = 0.0;
        for (var origin = start; origin + ahead <= history.Length; origin++)
        {
            var (observed, expected) = (0.0, 0.0);
            for (var i = origin; i < origin + ahead; i++)
                if (!double.IsNaN(history.Values[i]))
                {
                    observed += history.Values[i];
                    expected += factors[i];
                }
            var mean = Math.Max(1e-6, levels[origin] * expected);
            // Absolute errors in units of chance: one level shift should not decide.
            sum += Math.Abs(observed - mean) / Math.Sqrt(observed + mean + 1);
        }
        return sum;
    }
}
