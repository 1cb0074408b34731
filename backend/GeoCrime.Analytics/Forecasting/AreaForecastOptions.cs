using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting.Boosting;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>What is asked for one area.</summary>
public sealed record AreaForecastOptions
{
    public ForecastModel Model { get; init; } = ForecastModel.Best;

    /// <summary>Steps ahead; 1 to 366.</summary>
    public int Horizon { get; init; } = 30;

    /// <summary>Interval levels, per cent.</summary>
    public IReadOnlyList<double> Levels { get; init; } = [80, 95];

    public int Seed { get; init; } = 1;

    /// <summary>Most backtest origins.</summary>
    public int Origins { get; init; } = 24;

    /// <summary>The backtest's origins themselves, as numbers of steps known; null plans them by <see cref="Origins"/> and <see cref="Spacing"/>.</summary>
    public IReadOnlyList<int>? At { get; init; }

    /// <summary>Further origins, increasing, at which a network is asked without being trained for them; no part of its scorecard.</summary>
    public IReadOnlyList<int> Also { get; init; } = [];

    /// <summary>Steps between origins; null for 30 days, 4 weeks, 1 month.</summary>
    public int? Spacing { get; init; }

    /// <summary>Models that <see cref="ForecastModel.Best"/> chooses among.</summary>
    public IReadOnlyList<ForecastModel> Candidates { get; init; } =
    [
        ForecastModel.SeasonalNaive, ForecastModel.Mean, ForecastModel.Ets, ForecastModel.Theta, ForecastModel.Sarimax,
        ForecastModel.NegativeBinomial, ForecastModel.Ensemble,
    ];

    /// <summary>How the ensemble weighs its members.</summary>
    public EnsembleWeighting Weighting { get; init; }

    /// <summary>Days known ahead to differ; null for none.</summary>
    public HolidayCalendar? Holidays { get; init; }

    /// <summary>Events, weather; null for none. SARIMAX, the calendar regression and the boosted trees use them.</summary>
    public DayTable? Days { get; init; }

    /// <summary>Null for the standard trees of the series' step.</summary>
    public BoostingOptions? Boosting { get; init; }

    /// <summary>Null for the standard network of the series' step. Its seed is <see cref="Seed"/>.</summary>
    public LstmOptions? Lstm { get; init; }

    internal int SpacingFor(SeriesStep step) => Spacing ?? step switch { SeriesStep.Day => 30, SeriesStep.Week => 4, _ => 1 };

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public void Check()
    {
        const int mostSteps = 366;
        if (Horizon is < 1 or > mostSteps)
            throw new ArgumentOutOfRangeException(nameof(Horizon), Horizon, $"the horizon is {Horizon}; it must be from 1 to {mostSteps} steps");
        foreach (var level in Levels)
            if (!(level > 0 && level < 100))
                throw new ArgumentOutOfRangeException(nameof(Levels), level, $"the level is {level}; levels must lie between 0 and 100 per cent");
        ArgumentOutOfRangeException.ThrowIfLessThan(Origins, 1);
        if (Model == ForecastModel.Best && (Candidates.Count == 0 || Candidates.Contains(ForecastModel.Best)))
            throw new ArgumentException("BEST needs at least one candidate, and cannot be its own");
    }
}
