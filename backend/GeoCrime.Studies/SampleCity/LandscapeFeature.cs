namespace GeoCrime.Studies.SampleCity;

/// <summary>Ground for the base map that no street runs through.</summary>
/// <param name="Kind">park or river.</param>
/// <param name="Ring">Closed outer ring, counter-clockwise.</param>
public sealed record LandscapeFeature(string Kind, PlanePoint[] Ring)
{
    internal static LandscapeFeature Park(Superblock block) => new("park",
    [
        .. Side(s => block.At(s, 0)), .. Side(s => block.At(1, s)), .. Side(s => block.At(1 - s, 1)), .. Side(s => block.At(0, 1 - s)),
        block.At(0, 0),
    ]);

    internal static LandscapeFeature River(CityWarp warp)
    {
        const int steps = 20;
        var bank = Enumerable.Range(0, steps * CityWarp.Rows + 1).Select(k => (double)k / steps).ToArray();
        PlanePoint East(double v) => warp.ToPlane(CityWarp.RiverColumn + CityWarp.RiverHalfWidth(v), v);
        PlanePoint West(double v) => warp.ToPlane(CityWarp.RiverColumn - CityWarp.RiverHalfWidth(v), v);
        return new("river", [.. bank.Select(East), .. Enumerable.Reverse(bank).Select(West), East(0)]);
    }

    private static IEnumerable<PlanePoint> Side(Func<double, PlanePoint> at) => Enumerable.Range(0, 10).Select(k => at(k / 10.0));
}
