using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Numerics;

/// <summary>
/// Sixteen discrete Fourier transforms side by side in single precision, one a lane: down sixteen columns of a raster at once.
/// Frequencies stand in the order of <see cref="Frequencies"/>, which pointwise products do not mind.
/// </summary>
/// <remarks>Cooley and Tukey (1965): decimation in frequency forward, in time backward. O(n log n).</remarks>
internal sealed class LaneTransform
{
    public const int Lanes = 16;

    /// <summary>Lengths are one of these times a power of two: none is more than 4/3 of what was asked.</summary>
    private static readonly int[] OddFactors = [1, 3, 5];

    private readonly int _odd;

    // Twiddles e^(−2πi·j/length), j below half the length; a stage of half the length takes every second one.
    private readonly float[] _cosine;
    private readonly float[] _sine;

    /// <param name="length">As <see cref="LengthFor"/> answers.</param>
    public LaneTransform(int length)
    {
        _odd = length >> BitOperations.TrailingZeroCount(length);
        if (!OddFactors.Contains(_odd))
            throw new ArgumentOutOfRangeException(nameof(length), length, "The length must be 1, 3 or 5 times a power of two.");
        Length = length;
        Frequencies = Order(length);
        (_cosine, _sine) = (new float[length], new float[length]);
        for (var j = 0; j < length; j++)
            (_sine[j], _cosine[j]) = ((float, float))Math.SinCos(-2 * Math.PI * j / length);
    }

    public int Length { get; }

    /// <summary>Shape [length]: the frequency at each place after <see cref="Forward"/>.</summary>
    public int[] Frequencies { get; }

    /// <summary>The shortest length that can be transformed, is a multiple of the lanes and holds so many values.</summary>
    public static int LengthFor(int atLeast) => OddFactors.Min(odd =>
        odd * (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Lanes, (atLeast + odd - 1) / odd)));

    /// <summary>Time to frequency, in place. Shapes [length].</summary>
    public void Forward(Span<Vector512<float>> real, Span<Vector512<float>> imaginary)
    {
        for (var size = Length; size > _odd; size /= 2)
            for (var start = 0; start < Length; start += size)
                Fork(real.Slice(start, size), imaginary.Slice(start, size), Length / size);
        OddTransforms(real, imaginary, 1);
    }

    /// <summary>Frequency to time, in place, times the length.</summary>
    public void Backward(Span<Vector512<float>> real, Span<Vector512<float>> imaginary)
    {
        OddTransforms(real, imaginary, -1);
        for (var size = 2 * _odd; size <= Length; size *= 2)
            for (var start = 0; start < Length; start += size)
                Merge(real.Slice(start, size), imaginary.Slice(start, size), Length / size);
    }

    private static int[] Order(int length) => length % 2 != 0
        ? [.. Enumerable.Range(0, length)]
        : [.. Order(length / 2).Select(frequency => 2 * frequency), .. Order(length / 2).Select(frequency => 2 * frequency + 1)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fork(Span<Vector512<float>> real, Span<Vector512<float>> imaginary, int stride)
    {
        var half = real.Length / 2;
        Span<Vector512<float>> ar = real[..half], br = real[half..], ai = imaginary[..half], bi = imaginary[half..];
        for (var j = 0; j < half; j++)
        {
            float cosine = _cosine[j * stride], sine = _sine[j * stride];
            Vector512<float> dr = ar[j] - br[j], di = ai[j] - bi[j];
            ar[j] += br[j];
            ai[j] += bi[j];
            br[j] = dr * cosine - di * sine;
            bi[j] = dr * sine + di * cosine;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Merge(Span<Vector512<float>> real, Span<Vector512<float>> imaginary, int stride)
    {
        var half = real.Length / 2;
        Span<Vector512<float>> ar = real[..half], br = real[half..], ai = imaginary[..half], bi = imaginary[half..];
        for (var j = 0; j < half; j++)
        {
            float cosine = _cosine[j * stride], sine = _sine[j * stride];
            Vector512<float> tr = br[j] * cosine + bi[j] * sine, ti = bi[j] * cosine - br[j] * sine;
            br[j] = ar[j] - tr;
            bi[j] = ai[j] - ti;
            ar[j] += tr;
            ai[j] += ti;
        }
    }

    /// <summary>Transforms of the odd factor by their definition, on every run of so many values.</summary>
    /// <param name="direction">1 forward, −1 backward.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OddTransforms(Span<Vector512<float>> real, Span<Vector512<float>> imaginary, int direction)
    {
        if (_odd == 1)
            return;
        Span<Vector512<float>> ar = stackalloc Vector512<float>[_odd], ai = stackalloc Vector512<float>[_odd];
        var stride = Length / _odd;
        for (var start = 0; start < Length; start += _odd)
        {
            Span<Vector512<float>> br = real.Slice(start, _odd), bi = imaginary.Slice(start, _odd);
            br.CopyTo(ar);
            bi.CopyTo(ai);
            for (var frequency = 0; frequency < _odd; frequency++)
            {
                Vector512<float> sumR = ar[0], sumI = ai[0];
                for (var j = 1; j < _odd; j++)
                {
                    var turn = frequency * j % _odd * stride;
                    float cosine = _cosine[turn], sine = direction * _sine[turn];
                    sumR += ar[j] * cosine - ai[j] * sine;
                    sumI += ar[j] * sine + ai[j] * cosine;
                }
                br[frequency] = sumR;
                bi[frequency] = sumI;
            }
        }
    }
}
