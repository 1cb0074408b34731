using System.Globalization;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>What tuning the networks of all areas to single ones gained.</summary>
/// <param name="Areas">Those served by networks of their own; the shared ones serve all others.</param>
/// <param name="SharedLoss">Mean loss of these areas' held-back counts by the shared networks; null without such areas.</param>
/// <param name="Loss">The same as they are served; null without such areas.</param>
public sealed record ModelTuning(int Areas, double? SharedLoss, double? Loss)
{
    /// <summary>Null where it was not tried: a single area, or switched off.</summary>
    public static ModelTuning? Of(FittedGlobalLstm model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Options.Tuning is null || model.Areas == 1)
            return null;
        return model.Tuned.Count == 0
            ? new ModelTuning(0, null, null)
            : new ModelTuning(model.Tuned.Count, model.Tuned.Average(area => area.SharedLoss), model.Tuned.Average(area => area.Loss));
    }

    /// <summary>A sentence.</summary>
    /// <param name="areas">Areas in all.</param>
    public string Words(int areas) => Areas == 0
        ? $"No area of {areas} is tuned: on the held-back part none was served better, beyond chance, by networks of its own."
        : string.Create(CultureInfo.InvariantCulture, $"{Areas} of {areas} areas are served by networks tuned to them; the mean loss of their held-back counts fell from {SharedLoss:0.000} to {Loss:0.000}.");
}
