using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Exponential smoothing: errors, damped trend and season that add or multiply, chosen by AICc.</summary>
/// <param name="form">One form instead of the choice; undamped trends and trends that multiply are had only so, as they explode at long horizons.</param>
/// <remarks>
/// Gaussian maximum likelihood. Where nothing multiplies it is least squares of one-step errors with initial states in closed form
/// (<see cref="EtsFilter"/>); else states and smoothing parameters are searched together (<see cref="EtsSearch"/>). Forms that multiply
/// need counts above 0, and are chosen only where none is below 10. Weekly series have no season here (52 states from a handful of years). Cost: about 400 passes of
/// O(n · states²) a form.
/// </remarks>
public sealed class EtsModel(EtsForm? form = null) : ISeriesModel
{
    private const int LeastKnown = 8;
    private const int LongSeries = 300;
    private const int LeastMultiplied = 10;

    public ForecastModel Kind => ForecastModel.Ets;

    public bool RefitsAtEachOrigin => true;

    public string? Refusal(CountSeries history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Known < LeastKnown)
            return $"exponential smoothing needs {LeastKnown} known counts; there are {history.Known}";
        if (form is { Season: > 0 } && history.Length < 2 * form.Season)
            return $"{form} needs two seasons of {form.Season}; there are {history.Length} steps";
        return form is { Linear: false } && history.Values.Any(value => value <= 0) ? $"{form} multiplies, which needs counts above 0; there are zeros" : null;
    }

    public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default) => Estimate(history, cancellation);

    /// <inheritdoc cref="Fit"/>
    public FittedEts Estimate(CountSeries history, CancellationToken cancellation = default)
    {
        if (Refusal(history) is { } reason)
            throw new ArgumentException(reason, nameof(history));
        if (form is not null)
            return Estimate(history.Values, form, cancellation);
        var plain = Lowest(history, Plain(history), cancellation);
        // Whether parts multiply is asked of the structure that was found: a second choice among two forms, not among twelve.
        return Multiplies(history) ? Lowest(history, Multiplied(plain.Form), cancellation) is var other && other.Aicc < plain.Aicc ? other : plain : plain;
    }

    private static FittedEts Lowest(CountSeries history, IEnumerable<EtsForm> forms, CancellationToken cancellation) =>
        forms.Select(each => Estimate(history.Values, each, cancellation)).MinBy(fitted => fitted.Aicc)!;

    private static FittedEts Estimate(double[] values, EtsForm form, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return form.Linear ? LeastSquares(values, form) : EtsSearch.Estimate(values, form, cancellation);
    }

    // A season takes at least two of its rounds to tell from a trend.
    private static IEnumerable<EtsForm> Plain(CountSeries history)
    {
        var season = history.Step != SeriesStep.Week && history.Known >= 2 * history.Season + LeastKnown ? history.Season : 0;
        foreach (var damped in new[] { false, true })
        {
            yield return EtsForm.Additive(damped, 0);
            if (season > 0)
                yield return EtsForm.Additive(damped, season);
        }
    }

    // A season that multiplies goes with errors that do: with others it is unstable.
    private static IEnumerable<EtsForm> Multiplied(EtsForm plain)
    {
        yield return plain with { Error = EtsPart.Multiplicative };
        if (plain.Season > 0)
            yield return plain with { Error = EtsPart.Multiplicative, Seasonal = EtsPart.Multiplicative };
    }

    // Chance moves small counts by a large part of themselves: errors that multiply would follow it.
    private static bool Multiplies(CountSeries history) => history.Values.All(value => !(value < LeastMultiplied));

    /// <summary>A form in which nothing multiplies, on values that need not be counts.</summary>
    internal static FittedEts LeastSquares(double[] values, EtsForm form)
    {
        const double tolerance = 1e-7;
        const int mostSteps = 2000;
        double Loss(Vector<double> free)
        {
            var (_, squares, known) = new EtsFilter(form, EtsParameters.FromFree(form, free.AsArray())).Solve(values);
            return Math.Log(squares / known + double.Epsilon);
        }

        var objective = ObjectiveFunction.Value(Loss);
        // Small smoothing parameters are where count series have their optimum; a short series gets a second start, against a local one.
        double[] starts = values.Length > LongSeries ? [-1.5] : [-1.5, 0.5];
        var (lowest, found) = (double.PositiveInfinity, Vector<double>.Build.Dense(EtsParameters.Free(form)));
        foreach (var start in starts)
        {
            var from = Vector<double>.Build.Dense(EtsParameters.Free(form), start);
            var end = Minimise(objective, from, tolerance, mostSteps);
            var loss = Loss(end);
            if (loss < lowest)
                (lowest, found) = (loss, end);
        }
        var parameters = EtsParameters.FromFree(form, found.AsArray());
        var (initial, sum, used) = new EtsFilter(form, parameters).Solve(values);
        return new FittedEts(form, parameters, initial, sum, used);
    }

    private static Vector<double> Minimise(IObjectiveFunction objective, Vector<double> from, double tolerance, int mostSteps)
    {
        try
        {
            return new NelderMeadSimplex(tolerance, mostSteps).FindMinimum(objective, from).MinimizingPoint;
        }
        catch (MaximumIterationsException)
        {
            // A flat likelihood: any point on it forecasts alike.
            return objective.Point ?? from;
        }
    }
}
