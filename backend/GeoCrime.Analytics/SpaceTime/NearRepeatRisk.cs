using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.SpaceTime;

/// <summary>Where a repeat is likely: risk that each recent event leaves around it and that fades with distance and age.</summary>
public static class NearRepeatRisk
{
    /// <summary>Adds up Σ 1/(1 + d/step) · 1/(1 + age/7 days) over the events within reach.</summary>
    /// <param name="x">Shape [n]; metres.</param>
    /// <param name="y">Shape [n]; metres.</param>
    /// <param name="days">Shape [n]: whole days; events on or after <paramref name="asOf"/> are left out.</param>
    /// <param name="asOf">The day that risk is asked for.</param>
    /// <param name="placesX">Shape [places]; metres.</param>
    /// <param name="placesY">Shape [places]; metres.</param>
    /// <param name="reachMetres">&gt; 0; rim included.</param>
    /// <param name="reachDays">Oldest age that counts, ≥ 1; an event of the day before is 1 day old.</param>
    /// <param name="stepMetres">Distance at which an event weighs half, &gt; 0.</param>
    /// <returns>Shape [places]: 0 where no event reaches.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a coordinate is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A reach or step is not positive.</exception>
    /// <remarks>The decay of Bowers, Johnson and Pease (2004), British Journal of Criminology 44, 641–658. O(places + pairs within reach).</remarks>
    public static double[] At(
        double[] x, double[] y, int[] days, int asOf, double[] placesX, double[] placesY, double reachMetres, int reachDays, double stepMetres)
    {
        PlanarPoints.Require(x, y);
        PlanarPoints.Require(placesX, placesY);
        if (days.Length != x.Length)
            throw new ArgumentException($"There are {days.Length} days for {x.Length} events.", nameof(days));
        Metres.RequirePositive(stepMetres);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reachDays);
        var risk = new double[placesX.Length];
        var places = new ReachIndex(placesX, placesY, reachMetres);
        for (var i = 0; i < x.Length; i++)
        {
            var age = (long)asOf - days[i];
            if (age < 1 || age > reachDays)
                continue;
            places.Visit(x[i], y[i], (place, distance) => risk[place] += 1 / (1 + distance / stepMetres) / (1 + age / 7.0));
        }
        return risk;
    }
}
