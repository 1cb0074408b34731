namespace GeoCrime.Domain;

/// <summary>A tile of the web map scheme (XYZ, EPSG:3857).</summary>
/// <param name="Zoom">0…<see cref="DeepestZoom"/>.</param>
/// <param name="X">0…2^zoom − 1, from west.</param>
/// <param name="Y">0…2^zoom − 1, from north.</param>
public readonly record struct TileAddress(int Zoom, int X, int Y)
{
    public const int DeepestZoom = 22;
    private const double HalfWorld = 20037508.342789244;

    /// <exception cref="ArgumentException">Zoom or position is outside the scheme.</exception>
    public static TileAddress Of(int zoom, int x, int y)
    {
        if (zoom is < 0 or > DeepestZoom)
            throw new ArgumentException($"Zoom {zoom} is outside 0…{DeepestZoom}.");
        var last = (1 << zoom) - 1;
        if (x < 0 || x > last || y < 0 || y > last)
            throw new ArgumentException($"Tile {x}/{y} is outside 0…{last} at zoom {zoom}.");
        return new TileAddress(zoom, x, y);
    }

    /// <summary>Bounds in EPSG:3857 metres, widened by a share of the tile's side.</summary>
    public (double MinX, double MinY, double MaxX, double MaxY) Bounds(double margin = 0)
    {
        var side = 2 * HalfWorld / (1 << Zoom);
        var (west, north) = (-HalfWorld + (X * side), HalfWorld - (Y * side));
        return (west - (margin * side), north - ((1 + margin) * side), west + ((1 + margin) * side), north + (margin * side));
    }
}
