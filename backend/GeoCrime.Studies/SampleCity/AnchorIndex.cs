namespace GeoCrime.Studies.SampleCity;

/// <summary>Finds the anchors near a point, through square buckets.</summary>
internal sealed class AnchorIndex
{
    private const double BucketMetres = 250;
    private readonly Anchor[] anchors;
    private readonly Dictionary<(int, int), List<int>> buckets = [];

    public AnchorIndex(Anchor[] anchors)
    {
        this.anchors = anchors;
        for (var i = 0; i < anchors.Length; i++)
        {
            var key = Bucket(anchors[i].Point);
            if (!buckets.TryGetValue(key, out var bucket))
                buckets.Add(key, bucket = []);
            bucket.Add(i);
        }
    }

    /// <summary>Indices and distances of all anchors within a radius, its rim inside; cost O(anchors near).</summary>
    public List<(int Anchor, double Metres)> Within(PlanePoint centre, double radiusMetres)
    {
        var found = new List<(int, double)>();
        var (west, south) = Bucket(new PlanePoint(centre.X - radiusMetres, centre.Y - radiusMetres));
        var (east, north) = Bucket(new PlanePoint(centre.X + radiusMetres, centre.Y + radiusMetres));
        for (var column = west; column <= east; column++)
            for (var row = south; row <= north; row++)
            {
                if (!buckets.TryGetValue((column, row), out var bucket))
                    continue;
                foreach (var i in bucket)
                    if (anchors[i].Point.DistanceTo(centre) is var metres && metres <= radiusMetres)
                        found.Add((i, metres));
            }
        return found;
    }

    private static (int, int) Bucket(PlanePoint point) =>
        ((int)Math.Floor(point.X / BucketMetres), (int)Math.Floor(point.Y / BucketMetres));
}
