using System.Numerics;
using System.Runtime.InteropServices;

namespace GeoCrime.Analytics.Numerics;

/// <summary>
/// Discrete Fourier transforms for convolution. Frequencies stand in bit-reversed order, which pointwise products do not mind and
/// which spares both directions the reordering.
/// </summary>
/// <remarks>Cooley and Tukey (1965): decimation in frequency forward, in time backward. O(n log n).</remarks>
internal sealed class FourierTransform
{
    // Twiddles e^(−πi·j/half) of each stage, from the widest stage down.
    private readonly double[][] _cosine;
    private readonly double[][] _sine;

    /// <param name="length">A power of two.</param>
    public FourierTransform(int length)
    {
        if (!BitOperations.IsPow2(length))
            throw new ArgumentOutOfRangeException(nameof(length), length, "The length must be a power of two.");
        Length = length;
        _cosine = new double[BitOperations.Log2((uint)length)][];
        _sine = new double[_cosine.Length][];
        for (int stage = 0, half = length / 2; half >= 1; stage++, half /= 2)
        {
            _cosine[stage] = new double[half];
            _sine[stage] = new double[half];
            for (var j = 0; j < half; j++)
            {
                // Halves of the widest stage's angles are those of the next: no angle is computed twice.
                (_sine[stage][j], _cosine[stage][j]) = stage == 0
                    ? Math.SinCos(-Math.PI * j / half)
                    : (_sine[stage - 1][2 * j], _cosine[stage - 1][2 * j]);
            }
        }
    }

    public int Length { get; }

    /// <summary>Time to frequency, in place.</summary>
    public void Forward(double[] real, double[] imaginary)
    {
        for (int stage = 0, half = Length / 2; half >= 1; stage++, half /= 2)
            for (var start = 0; start < Length; start += 2 * half)
                Fork(real.AsSpan(start, half), real.AsSpan(start + half, half),
                    imaginary.AsSpan(start, half), imaginary.AsSpan(start + half, half), _cosine[stage], _sine[stage]);
    }

    /// <summary>Frequency to time, in place, divided by the length.</summary>
    public void Backward(double[] real, double[] imaginary)
    {
        for (int stage = _cosine.Length - 1, half = 1; half < Length; stage--, half *= 2)
            for (var start = 0; start < Length; start += 2 * half)
                Merge(real.AsSpan(start, half), real.AsSpan(start + half, half),
                    imaginary.AsSpan(start, half), imaginary.AsSpan(start + half, half), _cosine[stage], _sine[stage]);
        for (var i = 0; i < Length; i++)
        {
            real[i] /= Length;
            imaginary[i] /= Length;
        }
    }

    private static void Fork(
        Span<double> ar, Span<double> br, Span<double> ai, Span<double> bi, ReadOnlySpan<double> cosine, ReadOnlySpan<double> sine)
    {
        Span<Vector<double>> va = MemoryMarshal.Cast<double, Vector<double>>(ar), vbr = MemoryMarshal.Cast<double, Vector<double>>(br);
        Span<Vector<double>> vai = MemoryMarshal.Cast<double, Vector<double>>(ai), vbi = MemoryMarshal.Cast<double, Vector<double>>(bi);
        var vc = MemoryMarshal.Cast<double, Vector<double>>(cosine);
        var vs = MemoryMarshal.Cast<double, Vector<double>>(sine);
        for (var j = 0; j < vc.Length; j++)
        {
            Vector<double> dr = va[j] - vbr[j], di = vai[j] - vbi[j];
            va[j] += vbr[j];
            vai[j] += vbi[j];
            vbr[j] = dr * vc[j] - di * vs[j];
            vbi[j] = dr * vs[j] + di * vc[j];
        }
        for (var j = vc.Length * Vector<double>.Count; j < cosine.Length; j++)
        {
            double dr = ar[j] - br[j], di = ai[j] - bi[j];
            ar[j] += br[j];
            ai[j] += bi[j];
            br[j] = dr * cosine[j] - di * sine[j];
            bi[j] = dr * sine[j] + di * cosine[j];
        }
    }

    private static void Merge(
        Span<double> ar, Span<double> br, Span<double> ai, Span<double> bi, ReadOnlySpan<double> cosine, ReadOnlySpan<double> sine)
    {
        Span<Vector<double>> va = MemoryMarshal.Cast<double, Vector<double>>(ar), vbr = MemoryMarshal.Cast<double, Vector<double>>(br);
        Span<Vector<double>> vai = MemoryMarshal.Cast<double, Vector<double>>(ai), vbi = MemoryMarshal.Cast<double, Vector<double>>(bi);
        var vc = MemoryMarshal.Cast<double, Vector<double>>(cosine);
        var vs = MemoryMarshal.Cast<double, Vector<double>>(sine);
        for (var j = 0; j < vc.Length; j++)
        {
            Vector<double> tr = vbr[j] * vc[j] + vbi[j] * vs[j], ti = vbi[j] * vc[j] - vbr[j] * vs[j];
            vbr[j] = va[j] - tr;
            vbi[j] = vai[j] - ti;
            va[j] += tr;
            vai[j] += ti;
        }
        for (var j = vc.Length * Vector<double>.Count; j < cosine.Length; j++)
        {
            double tr = br[j] * cosine[j] + bi[j] * sine[j], ti = bi[j] * cosine[j] - br[j] * sine[j];
            br[j] = ar[j] - tr;
            bi[j] = ai[j] - ti;
            ar[j] += tr;
            ai[j] += ti;
        }
    }
}
