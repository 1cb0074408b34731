namespace GeoCrime.Studies.SampleCity;

/// <summary>A position in metres east and north of the city's centre; axes of EPSG:32626.</summary>
public readonly record struct PlanePoint(double X, double Y)
{
    /// <summary>Distance in metres.</summary>
    public double DistanceTo(PlanePoint other)
    {
        double dx = X - other.X, dy = Y - other.Y;
        return Math.Sqrt(dx * dx + dy * dy);
    }
}
