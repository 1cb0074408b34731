using GeoCrime.Domain;
using GeoCrime.Studies.Scenarios;

namespace GeoCrime.Studies.Risk;

/// <summary>What an area's volume is divided by; the other components are shares or means already.</summary>
public enum RiskBasis
{
    Count,
    SquareKilometre,
    Resident,
}

/// <summary>How much each component counts; rescaled to sum to 1.</summary>
public sealed record RiskWeights(double Volume = 0.5, double Momentum = 0.3, double Hotspot = 0.1, double Severity = 0.1)
{
    /// <summary>Volume, momentum, hot-spot share, severity; summing to 1.</summary>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or all are 0.</exception>
    public double[] Shares()
    {
        double[] weights = [Volume, Momentum, Hotspot, Severity];
        if (weights.Any(weight => !double.IsFinite(weight) || weight < 0) || weights.Sum() <= 0)
            throw new ArgumentException($"weights must be 0 or more and not all 0; given: {string.Join(", ", weights)}.");
        return [.. weights.Select(weight => weight / weights.Sum())];
    }
}

/// <param name="AsOf">Last day of the data to use, so that history can be replayed; null means completeThrough.</param>
/// <param name="SeverityWeighted">Volume sums severity weights in place of counting.</param>
/// <param name="Filter">Without a window.</param>
/// <param name="OfficerWeight">What a record that officers started counts, 0–1.</param>
public sealed record RiskRequest(
    string Kind, DateOnly? AsOf, int HorizonDays, RiskWeights Weights, RiskBasis Per, bool SeverityWeighted, IncidentFilter Filter, double OfficerWeight = 1, Scenario? Scenario = null)
{
    /// <summary>Of the joint sample paths.</summary>
    public const int Seed = 1;
}
