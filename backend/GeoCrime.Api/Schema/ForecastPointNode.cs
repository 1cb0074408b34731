using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

/// <param name="held">How often past intervals of each level held; reckoned when it is first asked for.</param>
public sealed class ForecastPointNode(ForecastPoint point, Lazy<IReadOnlyList<CoverageRow>> held)
{
    public DateOnly Start => point.Start;
    public double Mean => point.Mean;
    public double Median => point.Median;
    public IReadOnlyList<IntervalNode> Intervals => [.. point.Intervals.Select((interval, level) => new IntervalNode(interval, held, level))];
}

public sealed class IntervalNode(PredictionInterval interval, Lazy<IReadOnlyList<CoverageRow>> held, int place)
{
    public double Level => interval.Level;
    public double Lower => interval.Lower;
    public double Upper => interval.Upper;
    public double? Observed => held.Value[place].Observed;
}
