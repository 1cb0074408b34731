using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Studies.Forecasts;

/// <summary>How a network is trained where it differs from the standard; no part of what a forecast is asked with.</summary>
/// <param name="Epochs">Most passes over the data; null for the standard.</param>
/// <param name="Seed">Null for the standard.</param>
public sealed record TrainingChoice(int? Epochs, int? Seed)
{
    public const int MostEpochs = 100;

    /// <exception cref="ArgumentException">The epochs are outside their range, or the model is no network.</exception>
    internal void Check(ForecastModel model)
    {
        if (model is not (ForecastModel.Lstm or ForecastModel.LstmGlobal))
            throw new ArgumentException($"{ForecastStudy.ContractName(model)} has neither epochs nor seed; LSTM and LSTM_GLOBAL have.");
        if (Epochs is < 1 or > MostEpochs)
            throw new ArgumentException($"epochs is {Epochs}; 1…{MostEpochs} are allowed.");
    }

    internal TrainingOptions Apply(TrainingOptions standard) => standard with { Epochs = Epochs ?? standard.Epochs, Seed = Seed ?? standard.Seed };
}
