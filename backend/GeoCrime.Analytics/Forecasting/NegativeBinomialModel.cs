using MathNet.Numerics.LinearAlgebra;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Negative-binomial regression of counts on calendar terms, around a level that follows the latest counts.</summary>
/// <param name="holidays">Null for none.</param>
/// <param name="days">Further columns, as they were known at the end of each history; null for none.</param>
/// <remarks>
/// log μ = broken-line trend + calendar (<see cref="CalendarTerms"/>), by iteratively reweighted least squares with a ridge
/// (Hilbe 2011, Negative Binomial Regression). The trend only keeps the calendar's estimates clean: forecasts hold the
/// exponentially weighted level of counts over calendar, its weight chosen by the deviance of windows ahead in the history. Cost: O(n · terms²).
/// </remarks>
public sealed class NegativeBinomialModel(HolidayCalendar? holidays = null, DayTable? days = null) : ISeriesModel
{
    private const int Rounds = 12;
    private const double KnotsAYear = 2;
    private const double TrendRidge = 4;
    private const double CalendarRidge = 2;

    public ForecastModel Kind => ForecastModel.NegativeBinomial;

    public bool RefitsAtEachOrigin => true;

    public string? Refusal(CountSeries history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var least = Least(history.Step);
        if (history.Known < least)
            return $"the negative-binomial regression needs {least} known counts; there are {history.Known}";
        return history.Values.Any(v => v > 0) ? null : "all known counts are 0";
    }

    public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default) => Estimate(history, cancellation);

    /// <inheritdoc cref="Fit"/>
    public FittedNegativeBinomial Estimate(CountSeries history, CancellationToken cancellation = default)
    {
        if (Refusal(history) is { } reason)
            throw new ArgumentException(reason, nameof(history));
        var terms = CalendarTerms.Count(history.Step) + (days?.Columns.Count ?? 0);
        var knots = Knots(history);
        var width = terms + 2 + knots.Length;
        var known = Enumerable.Range(0, history.Length).Where(i => !double.IsNaN(history.Values[i])).ToArray();
        var rows = known.Select(i => Row(history, i, terms, knots)).ToArray();
        var counts = known.Select(i => history.Values[i]).ToArray();
        var ridge = Enumerable.Range(0, width).Select(i => i < terms ? CalendarRidge : i == terms ? 1e-6 : TrendRidge).ToArray();
        var (beta, dispersion) = Solve(rows, counts, ridge, terms, cancellation);
        var effects = beta[..terms];
        var fitted = new FittedNegativeBinomial(effects, dispersion, 0.05, holidays) { Days = days };
        return fitted with { Weight = fitted.ChooseWeight(history) };
    }

    private static int Least(SeriesStep step) => step switch { SeriesStep.Day => 56, SeriesStep.Week => 26, _ => 18 };

    // Knots of the trend every half year, none in the last half year: its slope there rests on too little.
    private static double[] Knots(CountSeries history)
    {
        var year = history.Step switch { SeriesStep.Day => 365.25, SeriesStep.Week => 52.18, _ => 12 };
        var count = (int)Math.Floor(history.Length / year * KnotsAYear) - 1;
        return count < 1 ? [] : [.. Enumerable.Range(1, count).Select(k => k / KnotsAYear * year)];
    }

    private double[] Row(CountSeries history, int index, int terms, double[] knots)
    {
        var row = new double[terms + 2 + knots.Length];
        CalendarTerms.Write(history, index, holidays, days, row.AsSpan(0, terms));
        var year = history.Step switch { SeriesStep.Day => 365.25, SeriesStep.Week => 52.18, _ => 12 };
        row[terms] = 1;
        row[terms + 1] = index / year;
        for (var k = 0; k < knots.Length; k++)
            row[terms + 2 + k] = Math.Max(0, index - knots[k]) / year;
        return row;
    }

    // Newton steps of the penalised likelihood; the dispersion follows from the moments of each round's residuals.
    private static (double[] Beta, double Dispersion) Solve(
        double[][] rows, double[] counts, double[] ridge, int intercept, CancellationToken cancellation)
    {
        var width = ridge.Length;
        var beta = new double[width];
        beta[intercept] = Math.Log(counts.Average());
        var centre = counts.Average();
        // From the counts' own variance at first, which is too much: the first steps are then short ones.
        var dispersion = Math.Max(0, counts.Average(c => (c - centre) * (c - centre)) / (centre * centre));
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var normal = new double[width, width];
            var right = new double[width];
            var excess = 0.0;
            var squares = 0.0;
            for (var i = 0; i < rows.Length; i++)
            {
                var row = rows[i];
                var mean = Math.Exp(Math.Clamp(Dot(row, beta), -10, 15));
                var weight = mean / (1 + dispersion * mean);
                var working = Dot(row, beta) + (counts[i] - mean) / mean;
                excess += (counts[i] - mean) * (counts[i] - mean) - mean;
                squares += mean * mean;
                for (var a = 0; a < width; a++)
                {
                    if (row[a] == 0)
                        continue;
                    var weighted = weight * row[a];
                    right[a] += weighted * working;
                    for (var b = 0; b <= a; b++)
                        normal[a, b] += weighted * row[b];
                }
            }
            var matrix = Matrix<double>.Build.Dense(width, width, (a, b) => normal[Math.Max(a, b), Math.Min(a, b)] + (a == b ? ridge[a] : 0));
            var next = matrix.Cholesky().Solve(Vector<double>.Build.Dense(right)).ToArray();
            var change = next.Zip(beta, (a, b) => Math.Abs(a - b)).Max();
            (beta, dispersion) = (next, Math.Max(0, excess / squares));
            if (change < 1e-8)
                break;
        }
        return (beta, dispersion);
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
