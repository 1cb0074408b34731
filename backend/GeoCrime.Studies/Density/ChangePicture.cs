using GeoCrime.Analytics.Density;
using GeoCrime.Domain;

namespace GeoCrime.Studies.Density;

/// <summary>A change of density made ready for drawing in EPSG:3857.</summary>
/// <param name="Strength">−1…1: the difference over the largest in the city, square-root stretched; or log₂ of the ratio over 2.</param>
/// <param name="Clear">Shape as the image: more than chance.</param>
public sealed record ChangePicture(WebMercatorImage Strength, bool[] Clear)
{
    /// <summary>Ratios are drawn where the difference is at least this share of the largest.</summary>
    private const double LeastDifference = 0.01;

    /// <summary>Powers of two at which a ratio takes the strongest colour: a fourfold rise, or a fall to a quarter.</summary>
    private const double FullRatio = 2;

    public static ChangePicture Of(DensityChangeResult result, UtmProjection projection, bool ratio)
    {
        var values = ratio ? Ratios(result) : Differences(result);
        var surface = new DensitySurface(result.Grid, values, 1);
        var mask = new DensitySurface(result.Grid, [.. result.Change.Direction.Select(each => (float)Math.Abs(each))], 1);
        return new ChangePicture(WebMercatorImage.Of(surface, projection), [.. WebMercatorImage.Of(mask, projection).Values.Select(share => share >= 0.5f)]);
    }

    private static float[] Differences(DensityChangeResult result)
    {
        var most = result.MaxDifference;
        return [.. result.Change.Difference.Select(value => most > 0 ? (float)(Math.Sign(value) * Math.Sqrt(Math.Min(1, Math.Abs(value) / most))) : 0)];
    }

    private static float[] Ratios(DensityChangeResult result)
    {
        // A ratio of two small densities says nothing.
        var most = result.MaxDifference * LeastDifference;
        return [.. result.Change.Ratio.Zip(result.Change.Difference, (value, difference) =>
            Math.Abs(difference) < most || float.IsNaN(value) ? 0 : (float)Math.Clamp(Math.Log2(value) / FullRatio, -1, 1))];
    }
}
