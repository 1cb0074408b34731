namespace GeoCrime.Analytics.Forecasting;

/// <summary>
/// Exponential smoothing of any form, step by step: ŷ = (l ∘ b^φ) ∘ s, where ∘ adds or multiplies; each state moves by its share of the
/// error y − ŷ, in its own unit.
/// </summary>
/// <remarks>Hyndman et al. (2008), tables 2.2 and 2.3. A missing count leaves the states to run on.</remarks>
internal sealed class EtsRecursion(EtsForm form, EtsParameters parameters)
{
    // Level, trend and season that multiply stay above 0.
    private const double Least = 1e-6;
    private readonly int trend = form.HasTrend ? 1 : -1;
    private readonly int firstSeason = form.HasTrend ? 2 : 1;

    /// <summary>The states after a history.</summary>
    /// <param name="initial">Shape [states]: level, trend, season from phase 0 on; not modified.</param>
    public double[] Run(double[] values, double[] initial)
    {
        var state = (double[])initial.Clone();
        for (var t = 0; t < values.Length; t++)
        {
            var expected = Expected(state, t, out var level);
            var error = values[t] - expected;
            Step(state, t, level, double.IsNaN(error) ? 0 : error);
        }
        return state;
    }

    /// <summary>Mean path from the states after n steps.</summary>
    public double[] Path(double[] states, int n, int horizon)
    {
        var state = (double[])states.Clone();
        var path = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            path[h] = Expected(state, n + h, out var level);
            Step(state, n + h, level, 0);
        }
        return path;
    }

    /// <summary>Sum of squared one-step errors (relative ones where the error multiplies), and of the logarithms that relative errors bring.</summary>
    /// <returns>Infinite where an expected count that multiplies an error is not positive.</returns>
    public (double SquaredErrors, double LogScale, int Known) Errors(double[] values, double[] initial)
    {
        var state = (double[])initial.Clone();
        var (squares, scale, known) = (0.0, 0.0, 0);
        var relative = form.Error == EtsPart.Multiplicative;
        for (var t = 0; t < values.Length; t++)
        {
            var expected = Expected(state, t, out var level);
            var error = values[t] - expected;
            if (double.IsNaN(values[t]))
            {
                Step(state, t, level, 0);
                continue;
            }
            if (relative && !(expected > Least))
                return (double.PositiveInfinity, 0, 1);
            squares += relative ? error / expected * (error / expected) : error * error;
            scale += relative ? Math.Log(expected) : 0;
            known++;
            Step(state, t, level, error);
        }
        return (squares, scale, known);
    }

    private double Expected(double[] state, int t, out double level)
    {
        level = form.Trend switch
        {
            EtsPart.None => state[0],
            EtsPart.Additive => state[0] + parameters.Phi * state[trend],
            _ => state[0] * Fading(state[trend]),
        };
        return form.Seasonal switch
        {
            EtsPart.None => level,
            EtsPart.Additive => level + state[firstSeason + t % form.Season],
            _ => level * state[firstSeason + t % form.Season],
        };
    }

    private void Step(double[] state, int t, double level, double error)
    {
        var before = state[0];
        var season = firstSeason + (form.Season > 0 ? t % form.Season : 0);
        var own = form.Seasonal == EtsPart.Multiplicative ? error / Math.Max(Least, state[season]) : error;
        state[0] = level + parameters.Alpha * own;
        if (form.Trend == EtsPart.Additive)
            state[trend] = parameters.Phi * state[trend] + parameters.Beta * own;
        else if (form.Trend == EtsPart.Multiplicative)
            state[trend] = Math.Max(Least, Fading(state[trend]) + parameters.Beta * own / Math.Max(Least, before));
        if (form.Seasonal == EtsPart.Additive)
            state[season] += parameters.Gamma * error;
        else if (form.Seasonal == EtsPart.Multiplicative)
            state[season] = Math.Max(Least, state[season] + parameters.Gamma * error / Math.Max(Least, level));
        if (!form.Linear)
            state[0] = Math.Max(Least, state[0]);
    }

    private double Fading(double growth) => parameters.Phi == 1 ? growth : Math.Pow(growth, parameters.Phi);
}
