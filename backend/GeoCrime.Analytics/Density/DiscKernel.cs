using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Density;

/// <summary>A compact kernel on nodes, corrected for the splines that points are binned and the surface is interpolated by.</summary>
/// <param name="kernel">Quartic or Epanechnikov.</param>
/// <param name="bandwidthNodes">Radius in nodes.</param>
/// <param name="splines">How often a spline is applied beside this kernel: 1 when points are binned, 2 when the surface is interpolated too.</param>
/// <param name="scale">Factor on all values.</param>
internal sealed class DiscKernel(DensityKernel kernel, double bandwidthNodes, int splines, double scale)
{
    /// <summary>Nodes past the rim on which the inverse spline filter still rings visibly: 0.268⁸ = 3e-5.</summary>
    private const int Ringing = 8;

    /// <summary>Nodes that the kernel reaches to each side.</summary>
    public int HalfWidth => (int)Math.Ceiling(bandwidthNodes) + Ringing;

    /// <summary>What the kernel multiplies each pair of frequencies by, in the order and with the factors of both transforms.</summary>
    /// <remarks>Unser, Aldroubi and Eden (1993), IEEE Transactions on Signal Processing 41, 821–848: the sampled cubic spline is
    /// (1/6, 4/6, 1/6), so its inverse divides by 2/3 + cos(ω)/3. Cost: radius·frequencies.</remarks>
    public DiscResponse Response(LaneTransform across, LaneTransform down)
    {
        var reach = (int)Math.Ceiling(bandwidthNodes);
        var cosines = Cosines(down, reach, 1);
        var rows = new float[reach + 1][];
        for (var j = 0; j <= reach; j++)
        {
            rows[j] = new float[down.Length];
            for (var l = 0; l <= reach; l++)
            {
                var height = scale * kernel.Height((j * j + l * l) / (bandwidthNodes * bandwidthNodes));
                TensorPrimitives.MultiplyAdd(cosines[l], (float)height, rows[j], rows[j]);
            }
        }
        return new DiscResponse(Cosines(across, reach, 1.0 / across.Length / down.Length), rows);
    }

    /// <summary>Shape [reach + 1][length]: what a value at ±j adds to each frequency, over the splines' own response.</summary>
    private float[][] Cosines(LaneTransform transform, int reach, double factor)
    {
        var turn = Enumerable.Range(0, transform.Length).Select(k => Math.Cos(2 * Math.PI * k / transform.Length)).ToArray();
        return [.. Enumerable.Range(0, reach + 1).Select(j => Array.ConvertAll(transform.Frequencies, frequency =>
            (float)((j == 0 ? 1 : 2) * factor * turn[frequency * j % transform.Length] / Math.Pow((2 + turn[frequency]) / 3, splines))))];
    }
}

/// <summary>A response as sums over the kernel's rows: value = Σⱼ Across[j][column]·Rows[j][row].</summary>
/// <param name="Across">Shape [reach + 1][columns].</param>
/// <param name="Rows">Shape [reach + 1][rows].</param>
internal sealed record DiscResponse(float[][] Across, float[][] Rows)
{
    /// <summary>The response at one column and sixteen rows.</summary>
    public Vector512<float> At(int column, int firstRow)
    {
        var sum = Vector512<float>.Zero;
        for (var j = 0; j < Rows.Length; j++)
            sum += Vector512.Create(Rows[j], firstRow) * Across[j][column];
        return sum;
    }
}
