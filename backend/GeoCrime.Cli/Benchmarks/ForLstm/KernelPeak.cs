using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Cli.Benchmarks.ForLstm;

/// <summary>One core's matrix product beside the most multiply-adds that it can do.</summary>
internal sealed class KernelPeak
{
    private const int Size = 512;
    private const double Operations = 2.0 * Size * Size * Size;
    private const int Tries = 30;
    private readonly AlignedBuffer a = new(Size * Size), b = new(Size * Size), c = new(Size * Size);
    private readonly PackedMatrix packed = new(Size, Size);

    public KernelPeak()
    {
        var random = new SplitMix64(1);
        foreach (ref var value in a.Span)
            value = (float)random.NextDouble();
        foreach (ref var value in b.Span)
            value = (float)random.NextDouble();
    }

    /// <summary>10⁹ operations a second: the fastest of thirty tries each, taken in turns.</summary>
    public (double Kernel, double Peak) Gflops()
    {
        var (kernel, peak) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var i = 0; i < Tries; i++)
        {
            kernel = Math.Min(kernel, Seconds(Multiply));
            peak = Math.Min(peak, Seconds(MultiplyAdd));
        }
        return (Operations / kernel / 1e9, Operations / peak / 1e9);
    }

    private void Multiply()
    {
        packed.Pack(b.Span, Size, Size, Size);
        MatrixMultiply.Multiply(a.Span, Size, 1, packed, c.Span, Size, Size, Size, accumulate: false);
    }

    // As many multiply-adds as the product, in sixteen independent sums that stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyAdd()
    {
        Vector512<float> x = Vector512.Create(1.0001f), y = Vector512.Create(1e-6f);
        Vector512<float> s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x, s6 = x, s7 = x;
        Vector512<float> s8 = x, s9 = x, sa = x, sb = x, sc = x, sd = x, se = x, sf = x;
        for (var i = Size * Size * Size / 16 / 16; i > 0; i--)
        {
            s0 = Vector512.FusedMultiplyAdd(s0, x, y);
            s1 = Vector512.FusedMultiplyAdd(s1, x, y);
            s2 = Vector512.FusedMultiplyAdd(s2, x, y);
            s3 = Vector512.FusedMultiplyAdd(s3, x, y);
            s4 = Vector512.FusedMultiplyAdd(s4, x, y);
            s5 = Vector512.FusedMultiplyAdd(s5, x, y);
            s6 = Vector512.FusedMultiplyAdd(s6, x, y);
            s7 = Vector512.FusedMultiplyAdd(s7, x, y);
            s8 = Vector512.FusedMultiplyAdd(s8, x, y);
            s9 = Vector512.FusedMultiplyAdd(s9, x, y);
            sa = Vector512.FusedMultiplyAdd(sa, x, y);
            sb = Vector512.FusedMultiplyAdd(sb, x, y);
            sc = Vector512.FusedMultiplyAdd(sc, x, y);
            sd = Vector512.FusedMultiplyAdd(sd, x, y);
            se = Vector512.FusedMultiplyAdd(se, x, y);
            sf = Vector512.FusedMultiplyAdd(sf, x, y);
        }
        // Kept, so that the loop is not removed.
        (s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + sa + sb + sc + sd + se + sf).CopyTo(c.Span);
    }

    private static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
