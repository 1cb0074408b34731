using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.SpaceTime;

/// <summary>Events of a self-exciting process with known parameters, generation by generation, in a square of 4 km.</summary>
internal static class HawkesSimulation
{
    public const double Side = 4000;

    public static (double[] X, double[] Y, double[] Days) Draw(double background, double branching, double decay, double spread, double span, int seed)
    {
        var random = new Random(seed);
        var events = new List<(double X, double Y, double Day)>();
        for (var i = Poisson.Sample(random, background * span); i > 0; i--)
            events.Add((random.NextDouble() * Side, random.NextDouble() * Side, random.NextDouble() * span));
        for (var parent = 0; parent < events.Count; parent++)
            for (var child = branching > 0 ? Poisson.Sample(random, branching) : 0; child > 0; child--)
            {
                var day = events[parent].Day + Exponential.Sample(random, decay);
                if (day < span)
                    events.Add((events[parent].X + Normal.Sample(random, 0, spread), events[parent].Y + Normal.Sample(random, 0, spread), day));
            }
        var order = events.OrderBy(each => each.Day).ToArray();
        return ([.. order.Select(each => each.X)], [.. order.Select(each => each.Y)], [.. order.Select(each => each.Day)]);
    }
}
