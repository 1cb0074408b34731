using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class LeaderboardNode(Run run, LeaderboardRequest request, Leaderboard table, LeaderboardResult? live)
{
    public RunNode Run => new(run);
    public string? Kind => request.Kind;
    public SeriesStep Step => request.Step;
    public int Horizon => request.Horizon;
    public IReadOnlyList<double> Levels => request.Levels;
    public int Series => table.Series;
    public int Origins => table.Origins;
    public DateOnly? From => table.From;
    public DateOnly? To => table.To;
    public ForecastModel Baseline => table.Baseline;
    public IReadOnlyList<ForecastModel> Outdated => live?.Outdated ?? [];
    public IReadOnlyList<LeaderboardRowNode> Rows => [.. table.Rows.Select(row => new LeaderboardRowNode(row, row.Model == table.Baseline, live))];
}

public sealed class LeaderboardRowNode(LeaderboardRow row, bool isBaseline, LeaderboardResult? live)
{
    public ForecastModel Model => row.Model;
    public bool IsBaseline => isBaseline;
    public int Series => row.Series;
    public int Origins => row.Origins;
    public double? Mase => row.Mase;
    public double? RelativeMase => row.BaselineMase > 0 ? row.Mase / row.BaselineMase : null;
    public double? BaselineMase => row.BaselineMase;
    public double? Rmse => row.Rmse;
    public double? Mae => row.Mae;
    public double? Mape => row.Mape;
    public double? Smape => row.Smape;
    public double? R2 => row.R2;
    public double? Bias => row.Bias;
    public double? DirectionalAccuracy => row.DirectionalAccuracy;
    public double? Crps => row.Crps;
    public IReadOnlyList<IntervalQuality> Intervals => row.Intervals;
    public IReadOnlyList<LeadScore> Leads => row.Leads;
    public bool? BeatsBaseline => row.BeatsBaseline;
    public int Picked => row.Picked;
    public int? Answers => live?.Answers.GetValueOrDefault(row.Model);
    public RunNode? Published => live?.Runs.GetValueOrDefault(row.Model) is { } run ? new RunNode(run) : null;
}
