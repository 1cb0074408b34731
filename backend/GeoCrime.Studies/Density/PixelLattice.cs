namespace GeoCrime.Studies.Density;

/// <summary>A smooth map of pixels to positions, computed at every <c>step</c>-th pixel and interpolated between.</summary>
internal sealed class PixelLattice
{
    private readonly int step;
    private readonly int across;
    private readonly (double X, double Y)[] nodes;

    public PixelLattice(int width, int height, int step, Func<double, double, (double X, double Y)> map)
    {
        this.step = step;
        across = (width / step) + 2;
        var down = (height / step) + 2;
        nodes = new (double, double)[across * down];
        for (var row = 0; row < down; row++)
            for (var column = 0; column < across; column++)
                nodes[(row * across) + column] = map(column * step, row * step);
    }

    public (double X, double Y) At(int column, int row)
    {
        var (u, v) = ((double)(column % step) / step, (double)(row % step) / step);
        var node = (row / step * across) + (column / step);
        var (a, b, c, d) = (nodes[node], nodes[node + 1], nodes[node + across], nodes[node + across + 1]);
        return (
            (((a.X * (1 - u)) + (b.X * u)) * (1 - v)) + (((c.X * (1 - u)) + (d.X * u)) * v),
            (((a.Y * (1 - u)) + (b.Y * u)) * (1 - v)) + (((c.Y * (1 - u)) + (d.Y * u)) * v));
    }
}
