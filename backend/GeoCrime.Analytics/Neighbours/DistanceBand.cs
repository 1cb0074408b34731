namespace GeoCrime.Analytics.Neighbours;

/// <summary>Neighbours within a distance.</summary>
public static class DistanceBand
{
    /// <summary>All other points within a distance, rim included.</summary>
    /// <param name="x">Shape [n]; metres.</param>
    /// <param name="y">Shape [n]; metres.</param>
    /// <param name="distanceMetres">&gt; 0.</param>
    /// <returns>Weights of 1, each row in rising order, without the point itself.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a coordinate is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not finite and positive, or under 10⁻⁹ of the extent.</exception>
    /// <remarks>Cost O(n + pairs); the pairs are held.</remarks>
    public static SpatialWeights Within(double[] x, double[] y, double distanceMetres)
    {
        PlanarPoints.Require(x, y);
        Metres.RequirePositive(distanceMetres);
        // A little wider than the distance, so that rounding never puts a neighbour two cells away.
        var grid = PointGrid.Sort(x, y, distanceMetres * (1 + 1e-6));
        var around = grid.Around(1);
        var lists = new int[x.Length][];
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            around.MoveTo(cell);
            for (var i = grid.Starts[cell]; i < grid.Starts[cell + 1]; i++)
            {
                var near = new List<int>();
                for (var strip = 0; strip < around.Strips; strip++)
                {
                    var (from, to) = around.PointsOf(strip);
                    for (var j = from; j < to; j++)
                    {
                        double dx = grid.X[j] - grid.X[i], dy = grid.Y[j] - grid.Y[i];
                        if (j != i && dx * dx + dy * dy <= distanceMetres * distanceMetres)
                            near.Add(grid.Order[j]);
                    }
                }
                near.Sort();
                lists[grid.Order[i]] = [.. near];
            }
        }
        return SpatialWeights.FromLists(lists);
    }
}
