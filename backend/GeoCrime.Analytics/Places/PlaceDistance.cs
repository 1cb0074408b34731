using GeoCrime.Analytics.Neighbours;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Places;

/// <summary>Events by distance to the nearest place.</summary>
/// <param name="FromMetres">Exclusive, save in the first band.</param>
/// <param name="ToMetres">Inclusive; infinite in the last band.</param>
/// <param name="Events">Events that far from their nearest place.</param>
/// <param name="SquareKilometres">Ground that far from its nearest place.</param>
/// <param name="PerSquareKilometre">NaN where there is no ground.</param>
/// <param name="Ratio">Density over that of all the ground; NaN where there is none.</param>
/// <param name="P">Exact two-sided p of the events against the band's share of the ground.</param>
public sealed record PlaceDistanceBand(double FromMetres, double ToMetres, int Events, double SquareKilometres, double PerSquareKilometre, double Ratio, double P);

/// <summary>How the density of events falls with the distance to the nearest place.</summary>
public static class PlaceDistance
{
    /// <summary>The table, with a last band for all that lies farther.</summary>
    /// <param name="x">Shape [n]; events on the ground, metres; not modified.</param>
    /// <param name="y">Shape [n].</param>
    /// <param name="placesX">Shape [places]; metres.</param>
    /// <param name="placesY">Shape [places].</param>
    /// <param name="groundX">Shape [m]: centres of equal cells that make up the ground, for instance the city.</param>
    /// <param name="groundY">Shape [m].</param>
    /// <param name="groundCellMetres">Their side, &gt; 0; small beside the first distance.</param>
    /// <param name="metres">Upper limits, &gt; 0, rising.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is not finite, or distances do not rise.</exception>
    /// <remarks>
    /// p is binomial: each event falls on the ground at random. It says that the density differs, not why: places and events may both follow
    /// streets and people. O((n + m) log places).
    /// </remarks>
    public static IReadOnlyList<PlaceDistanceBand> Table(
        double[] x, double[] y, double[] placesX, double[] placesY, double[] groundX, double[] groundY, double groundCellMetres, double[] metres)
    {
        PlanarPoints.Require(x, y);
        PlanarPoints.Require(placesX, placesY);
        PlanarPoints.Require(groundX, groundY);
        Metres.RequirePositive(groundCellMetres);
        CrossK.RequireDistances(metres);
        var places = placesX.Length == 0 ? null : new KdTree(placesX, placesY);
        var events = Bands(places, x, y, metres);
        var ground = Bands(places, groundX, groundY, metres);
        var cell = groundCellMetres * groundCellMetres / 1e6;
        var density = groundX.Length == 0 ? double.NaN : x.Length / (groundX.Length * cell);
        return [.. events.Select((count, band) =>
        {
            var area = ground[band] * cell;
            var own = area > 0 ? count / area : double.NaN;
            return new PlaceDistanceBand(
                band == 0 ? 0 : metres[band - 1], band < metres.Length ? metres[band] : double.PositiveInfinity, count, area, own,
                density > 0 ? own / density : double.NaN, TwoSided(count, x.Length, groundX.Length == 0 ? 0 : (double)ground[band] / groundX.Length));
        })];
    }

    private static int[] Bands(KdTree? places, double[] x, double[] y, double[] metres)
    {
        var bands = new int[metres.Length + 1];
        Span<double> squared = stackalloc double[1];
        Span<int> nearest = stackalloc int[1];
        for (var i = 0; i < x.Length; i++)
        {
            var found = places?.Nearest(x[i], y[i], -1, squared, nearest) ?? 0;
            var distance = found == 0 ? double.PositiveInfinity : Math.Sqrt(squared[0]);
            var band = 0;
            while (band < metres.Length && distance > metres[band])
                band++;
            bands[band]++;
        }
        return bands;
    }

    private static double TwoSided(int count, int all, double share)
    {
        if (all == 0 || share is 0 or 1)
            return 1;
        // At its upper end Math.NET's distribution function may answer NaN.
        var atMost = count == all ? 1 : Binomial.CDF(share, all, count);
        var atLeast = count == 0 ? 1 : Binomial.CDF(1 - share, all, all - count);
        return Math.Min(1, 2 * Math.Min(atMost, atLeast));
    }
}
