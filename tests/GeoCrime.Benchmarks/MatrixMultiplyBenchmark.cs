using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Benchmarks;

/// <summary>
/// One core's matrix product beside its peak: both methods do 2·n³ operations, so the ratio is 1 / (share of the peak reached).
/// </summary>
public class MatrixMultiplyBenchmark
{
    private PackedMatrix packed = null!;
    private AlignedBuffer a = null!;
    private AlignedBuffer b = null!;
    private AlignedBuffer c = null!;

    [Params(512)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new SplitMix64(1);
        (a, b, c) = (new AlignedBuffer(Size * Size), new AlignedBuffer(Size * Size), new AlignedBuffer(Size * Size));
        packed = new PackedMatrix(Size, Size);
        foreach (ref var value in a.Span)
            value = (float)random.NextDouble();
        foreach (ref var value in b.Span)
            value = (float)random.NextDouble();
    }

    /// <summary>Packing included.</summary>
    [Benchmark]
    public void Multiply()
    {
        packed.Pack(b.Span, Size, Size, Size);
        MatrixMultiply.Multiply(a.Span, Size, 1, packed, c.Span, Size, Size, Size, accumulate: false);
    }

    /// <summary>As many multiply-adds on registers alone, in sixteen independent sums.</summary>
    [Benchmark(Baseline = true)]
    public Vector512<float> FusedMultiplyAddPeak()
    {
        Vector512<float> x = Vector512.Create(1.0001f), y = Vector512.Create(1e-6f);
        Vector512<float> s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x, s6 = x, s7 = x;
        Vector512<float> s8 = x, s9 = x, sa = x, sb = x, sc = x, sd = x, se = x, sf = x;
        for (var i = (long)Size * Size * Size / 16 / 16; i > 0; i--)
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
        return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + sa + sb + sc + sd + se + sf;
    }
}
