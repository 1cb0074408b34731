namespace GeoCrime.Analytics.Forecasting;

/// <summary>Maximum likelihood of a form that multiplies: smoothing parameters and initial states together, by quasi-Newton.</summary>
/// <remarks>Hyndman et al. (2008), section 5.1. Cost: some 50 gradients of O(n · states) a start.</remarks>
internal static class EtsSearch
{
    private const int LongSeries = 300;
    private const double LittleDamping = 2;

    /// <param name="values">Above 0, or NaN; at least two seasons where the form has one.</param>
    public static FittedEts Estimate(double[] values, EtsForm form, CancellationToken cancellation)
    {
        var start = EtsStart.Of(form, values);
        var smoothing = EtsParameters.Free(form);
        double Loss(double[] free)
        {
            var (squares, scale, known) = new EtsRecursion(form, EtsParameters.FromFree(form, free)).Errors(values, start.States(free.AsSpan(smoothing)));
            var value = Math.Log(squares / known + double.Epsilon) + 2 * scale / known;
            return double.IsFinite(value) ? value : double.MaxValue;
        }

        // Level and season may follow the counts at once or hardly at all: the likelihood has hills between.
        (double Level, double Others)[] starts = values.Length > LongSeries ? [(-1.5, -2.5)] : [(-1.5, -2.5), (1, -4), (-0.5, 0), (4, -6)];
        var (point, lowest) = (new double[smoothing + start.Free], double.PositiveInfinity);
        foreach (var (level, others) in starts)
        {
            var from = new double[smoothing + start.Free];
            from[0] = level;
            Array.Fill(from, others, 1, smoothing - 1);
            if (form.Damped)
                from[2] = LittleDamping;
            var found = QuasiNewton.Minimise(Loss, from, cancellation);
            if (found.Value < lowest)
                (point, lowest) = found;
        }
        var parameters = EtsParameters.FromFree(form, point);
        var initial = start.States(point.AsSpan(smoothing));
        var (sum, logs, used) = new EtsRecursion(form, parameters).Errors(values, initial);
        return new FittedEts(form, parameters, initial, sum, used, logs);
    }
}
