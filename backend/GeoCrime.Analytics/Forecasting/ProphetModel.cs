namespace GeoCrime.Analytics.Forecasting;

/// <summary>Piecewise-linear trend with Laplace-shrunk bends, Fourier seasons and holidays: the most probable parameters.</summary>
/// <remarks>
/// Taylor and Letham (2018), The American Statistician 72(1), with Prophet's priors and scaling. The maximum is found exactly, by
/// ridge solutions whose weights stand for the Laplace prior (Hunter and Lange 2004), season and trend in turn where they multiply.
/// Missing counts are left out. Cost: O(n · terms² + rounds · terms³).
/// </remarks>
public sealed class ProphetModel(ProphetOptions? options = null) : ISeriesModel
{
    private const int Rounds = 60;
    private const double TrendVariance = 25;
    private const double NoisePrior = 0.25;

    public ForecastModel Kind => ForecastModel.Prophet;

    public bool RefitsAtEachOrigin => true;

    public string? Refusal(CountSeries history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var least = 2 * (history.Step == SeriesStep.Day ? 14 : 12);
        return history.Known < least ? $"the trend with seasons needs {least} known counts; there are {history.Known}"
            : history.Values.Any(v => v > 0) ? null : "all known counts are 0";
    }

    public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default) => Estimate(history, cancellation);

    /// <inheritdoc cref="Fit"/>
    public FittedProphet Estimate(CountSeries history, CancellationToken cancellation = default)
    {
        if (Refusal(history) is { } reason)
            throw new ArgumentException(reason, nameof(history));
        var used = options ?? new ProphetOptions();
        used.Check();
        var known = Enumerable.Range(0, history.Length).Where(i => !double.IsNaN(history.Values[i])).ToArray();
        var terms = ProphetTerms.Of(history, known, used);
        var scale = known.Max(i => history.Values[i]);
        var y = known.Select(i => history.Values[i] / scale).ToArray();
        var trend = known.Select(i => terms.Trend(history.DateAt(i))).ToArray();
        var seasons = known.Select(i => terms.Seasons(history.DateAt(i))).ToArray();
        var (trendPart, seasonPart) = used.Multiplicative
            ? Multiplied(y, trend, seasons, used, cancellation)
            : Added(y, trend, seasons, used, cancellation);
        return new FittedProphet(terms, trendPart, seasonPart, scale, used.Multiplicative);
    }

    private static (double[] Trend, double[] Seasons) Added(
        double[] y, double[][] trend, double[][] seasons, ProphetOptions options, CancellationToken cancellation)
    {
        var rows = trend.Zip(seasons, (t, s) => (double[])[.. t, .. s]).ToArray();
        var system = new RidgeSystem(rows, y);
        var split = trend[0].Length;
        var theta = new double[rows[0].Length];
        var variance = StartVariance(y);
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = system.Solve([.. TrendRidge(theta[..split], options, variance), .. SeasonRidge(theta.Length - split, options, variance)]);
            var change = Change(theta, next);
            (theta, variance) = (next, Variance(system.SquaredErrors(next), y.Length));
            if (change < 1e-7)
                break;
        }
        return (theta[..split], theta[split..]);
    }

    private static (double[] Trend, double[] Seasons) Multiplied(
        double[] y, double[][] trend, double[][] seasons, ProphetOptions options, CancellationToken cancellation)
    {
        var (a, b) = (new double[trend[0].Length], new double[seasons[0].Length]);
        var variance = StartVariance(y);
        for (var round = 0; round < 3 * Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var factors = seasons.Select(s => 1 + Dot(s, b)).ToArray();
            var ofTrend = new RidgeSystem([.. trend.Select((t, i) => t.Select(v => v * factors[i]).ToArray())], y);
            var nextA = ofTrend.Solve(TrendRidge(a, options, variance));
            var levels = trend.Select(t => Dot(t, nextA)).ToArray();
            var ofSeasons = new RidgeSystem([.. seasons.Select((s, i) => s.Select(v => v * levels[i]).ToArray())], [.. y.Zip(levels, (v, g) => v - g)]);
            var nextB = ofSeasons.Solve(SeasonRidge(b.Length, options, variance));
            var change = Math.Max(Change(a, nextA), Change(b, nextB));
            (a, b, variance) = (nextA, nextB, Variance(ofSeasons.SquaredErrors(nextB), y.Length));
            if (change < 1e-7)
                break;
        }
        return (a, b);
    }

    // In units of the squared error: σ²/prior variance; a Laplace prior of scale τ acts as variance τ·|δ|.
    private static IEnumerable<double> TrendRidge(double[] theta, ProphetOptions options, double variance)
    {
        const double almostStraight = 1e-9;
        return theta.Select((value, i) => variance / (i < 2 ? TrendVariance : options.ChangepointScale * Math.Max(Math.Abs(value == 0 ? 0.1 : value), almostStraight)));
    }

    private static IEnumerable<double> SeasonRidge(int count, ProphetOptions options, double variance) =>
        Enumerable.Repeat(variance / (options.SeasonScale * options.SeasonScale), count);

    private static double StartVariance(double[] y)
    {
        var mean = y.Average();
        return Math.Max(1e-6, y.Average(v => (v - mean) * (v - mean)) / 4);
    }

    // Maximum of −n·log σ − S/2σ² − σ²/(2·0.25), the last a half-normal prior of scale 0.5.
    private static double Variance(double squares, int n) =>
        Math.Max(1e-8, NoisePrior / 2 * (Math.Sqrt((double)n * n + 4 * squares / NoisePrior) - n));

    private static double Change(double[] before, double[] after) => before.Zip(after, (a, b) => Math.Abs(a - b)).DefaultIfEmpty(0).Max();

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
