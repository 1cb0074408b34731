using GeoCrime.Analytics.Forecasting.Boosting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>The models of one series, by name.</summary>
public static class SeriesModels
{
    /// <param name="kind">Not BEST, the ensemble or the network of all areas, which are not models of one series alone.</param>
    /// <param name="log">Follows a network's trainings.</param>
    public static ISeriesModel Create(ForecastModel kind, AreaForecastOptions options, SeriesStep step, ITrainingLog? log = null) => kind switch
    {
        ForecastModel.Lstm => new LstmModel((options.Lstm ?? LstmOptions.For(step)).WithSeed(options.Seed), log),
        ForecastModel.Ets => new EtsModel(),
        ForecastModel.Theta => new ThetaModel(),
        ForecastModel.Sarimax => new SarimaxModel(null, Holidays(options, step), options.Days),
        ForecastModel.AutoSarimax => SarimaxModel.Automatic(Holidays(options, step), options.Days),
        ForecastModel.Prophet => new ProphetModel(new ProphetOptions { Holidays = options.Holidays }),
        ForecastModel.NegativeBinomial => new NegativeBinomialModel(options.Holidays, options.Days),
        ForecastModel.BoostedTrees => new BoostedTreesModel(options.Holidays, options.Boosting, options.Days),
        ForecastModel.Croston => SparseModel.Croston,
        ForecastModel.Tsb => SparseModel.Tsb,
        _ => PlainModels.All.FirstOrDefault(m => m.Kind == kind)
            ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not a model of its own"),
    };

    private static Func<DateOnly, double[]>? Holidays(AreaForecastOptions options, SeriesStep step) =>
        step == SeriesStep.Day && options.Holidays is { } holidays ? day => [holidays.Contains(day) ? 1 : 0] : null;
}
