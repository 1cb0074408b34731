namespace GeoCrime.Analytics.Forecasting;

/// <summary>Initial states of a form that multiplies: where a search starts, and how unbounded numbers move them.</summary>
/// <param name="Season">Of the first rounds: differences or factors about each round's mean, of each phase.</param>
internal sealed record EtsStart(EtsForm Form, double Level, double Slope, double[] Season)
{
    private const int MostRounds = 5;
    private const double SlopeUnit = 0.01;
    private const double SeasonUnit = 0.1;

    /// <param name="values">Positive or NaN; at least two seasons where the form has one.</param>
    public static EtsStart Of(EtsForm form, double[] values)
    {
        var filled = Interpolation.Linear(values);
        var season = Seasons(form, filled);
        var length = Math.Min(filled.Length, Math.Max(10, 2 * form.Season));
        var (x, y) = (0.0, 0.0);
        var adjusted = Enumerable.Range(0, length).Select(i => form.Season == 0 ? filled[i] : form.Seasonal == EtsPart.Additive ? filled[i] - season[i % form.Season] : filled[i] / season[i % form.Season]).ToArray();
        var (centre, mean) = ((length - 1) / 2.0, adjusted.Average());
        for (var i = 0; i < length; i++)
            (x, y) = (x + (i - centre) * (i - centre), y + (i - centre) * (adjusted[i] - mean));
        var slope = form.HasTrend ? y / x : 0;
        return new EtsStart(form, Math.Max(mean * 0.1, mean - slope * (centre + 1)), slope, season);
    }

    /// <summary>Numbers that <see cref="States"/> takes: level, trend, all phases of the season but the last.</summary>
    public int Free => Form.States - (Form.Season > 0 ? 1 : 0);

    /// <summary>States for numbers about 0.</summary>
    public double[] States(ReadOnlySpan<double> free)
    {
        var states = new double[Form.States];
        states[0] = Level * Math.Exp(free[0]);
        if (Form.Trend == EtsPart.Additive)
            states[1] = Slope + SlopeUnit * Level * free[1];
        else if (Form.Trend == EtsPart.Multiplicative)
            states[1] = Math.Clamp(1 + Slope / Level, 0.9, 1.1) * Math.Exp(SlopeUnit * free[1]);
        var first = Form.States - Form.Season;
        for (var phase = 0; phase < Form.Season; phase++)
        {
            var moved = phase < Form.Season - 1 ? free[first + phase] : 0;
            states[first + phase] = Form.Seasonal == EtsPart.Additive ? Season[phase] + SeasonUnit * Level * moved : Season[phase] * Math.Exp(SeasonUnit * moved);
        }
        return states;
    }

    private static double[] Seasons(EtsForm form, double[] filled)
    {
        var season = new double[form.Season];
        if (form.Season == 0)
            return season;
        var rounds = Math.Clamp(filled.Length / form.Season, 1, MostRounds);
        for (var round = 0; round < rounds; round++)
        {
            var mean = filled.AsSpan(round * form.Season, form.Season).ToArray().Average();
            for (var phase = 0; phase < form.Season; phase++)
            {
                var value = filled[round * form.Season + phase];
                season[phase] += (form.Seasonal == EtsPart.Additive ? value - mean : value / mean) / rounds;
            }
        }
        return season;
    }
}
