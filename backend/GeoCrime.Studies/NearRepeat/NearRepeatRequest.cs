using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Domain;

namespace GeoCrime.Studies.NearRepeat;

/// <summary>What near repeats are asked with.</summary>
/// <param name="Metres">Upper limits of the distance bands, rising; 0 is the very same place. Risk reaches as far as the last.</param>
/// <param name="Days">Upper limits of the time bands. Risk lasts as long as the last.</param>
/// <param name="CellMetres">Side of the square cells that risk is drawn on.</param>
public sealed record NearRepeatRequest(
    IncidentFilter Filter, IReadOnlyList<double> Metres, IReadOnlyList<int> Days, DistanceMetric Metric = DistanceMetric.Manhattan, int Permutations = 999, int Seed = 1,
    double CellMetres = 100)
{
    private const int MostBands = 20;
    private const int MostPermutations = 9_999;

    /// <summary>The same place, then 100, 200, 300 and 400 m.</summary>
    public static IReadOnlyList<double> UsualMetres { get; } = [0, 100, 200, 300, 400];

    /// <summary>One to four weeks.</summary>
    public static IReadOnlyList<int> UsualDays { get; } = [7, 14, 21, 28];

    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    public void Check()
    {
        if (Metres.Count is 0 or > MostBands || Days.Count is 0 or > MostBands)
            throw new ArgumentException($"There are {Metres.Count} distance and {Days.Count} time bands; 1…{MostBands} of each are allowed.");
        if (Metres[^1] is not (> 0 and <= 5000) || Days[^1] is < 1 or > 366)
            throw new ArgumentException($"The last bands end at {Metres[^1]} m and {Days[^1]} days; up to 5000 m and 366 days are allowed.");
        if (Permutations is < 1 or > MostPermutations)
            throw new ArgumentException($"permutations is {Permutations}; 1…{MostPermutations} is allowed.");
        if (CellMetres is not (>= 50 and <= 5000))
            throw new ArgumentException($"cellMetres is {CellMetres}; 50…5000 is allowed.");
    }
}
