using FsCheck;
using FsCheck.Fluent;

namespace GeoCrime.Analytics.Tests;

/// <summary>Random points for properties: some on a lattice, so that positions repeat and distances tie, some anywhere.</summary>
internal static class PlanarSamples
{
    public sealed record Points(double[] X, double[] Y)
    {
        public override string ToString() => string.Join(" ", X.Zip(Y, (x, y) => $"({x:R},{y:R})"));
    }

    /// <summary>Up to 120 points within a box of 20 × 20 metres.</summary>
    public static Arbitrary<Points> Any { get; } = (
        from lattice in Gen.Elements(0.0, 0.5, 1, 5)
        from places in Gen.Choose(0, 20_000).Two().ListOf()
        select Snap([.. places.Take(120)], lattice)).ToArbitrary();

    /// <summary>Reproducible points of a given number, uniform in a square with its corner at (0, 0).</summary>
    public static Points Uniform(int count, double side, int seed)
    {
        var random = new Random(seed);
        return new Points(
            [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * side)],
            [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * side)]);
    }

    private static Points Snap((int X, int Y)[] places, double lattice)
    {
        double At(int thousandth) => lattice == 0 ? thousandth / 1000.0 : Math.Round(thousandth / 1000.0 / lattice) * lattice;
        return new Points([.. places.Select(place => At(place.X))], [.. places.Select(place => At(place.Y))]);
    }
}
