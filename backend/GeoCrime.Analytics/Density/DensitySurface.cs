namespace GeoCrime.Analytics.Density;

/// <summary>Density at the centres of a grid's cells.</summary>
/// <param name="Grid">Where the cells are.</param>
/// <param name="PerSquareKilometre">Shape [rows × columns], row 0 northmost; weight per km².</param>
/// <param name="Max">The largest of the values.</param>
public sealed record DensitySurface(Grid Grid, float[] PerSquareKilometre, float Max);
