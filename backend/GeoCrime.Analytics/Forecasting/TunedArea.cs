using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Networks that went on learning from one area alone, and how far they answer for it.</summary>
/// <param name="Area">Its place among the areas of the training.</param>
/// <param name="Networks">One for each shared one, of the same shape.</param>
/// <param name="Share">Their part of the answer, the shared ones' being the rest; above 0, at most 1.</param>
/// <param name="SharedLoss">Mean loss of a held-back count by the shared networks alone.</param>
/// <param name="Loss">The same of the answer.</param>
public sealed record TunedArea(int Area, IReadOnlyList<ForecastNetwork> Networks, double Share, double SharedLoss, double Loss)
{
    /// <summary>The answer from both.</summary>
    internal static double Blend(double shared, double own, double share) => shared + share * (own - shared);
}
