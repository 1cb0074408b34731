using System.Numerics;
using System.Runtime.CompilerServices;

namespace GeoCrime.Analytics.Numerics;

/// <summary>A fast random source whose numbers follow from its seed alone (xoshiro256**, seeded by SplitMix64).</summary>
/// <remarks>Blackman and Vigna (2021), ACM Transactions on Mathematical Software 47, 36.</remarks>
public struct Xoshiro256
{
    private ulong _a, _b, _c, _d;

    /// <param name="seed">Any number.</param>
    /// <param name="stream">Numbers of different streams of a seed are unrelated: give each unit its own.</param>
    public Xoshiro256(long seed, long stream = 0)
    {
        var state = Mix((ulong)seed) ^ (ulong)stream * 0x9E3779B97F4A7C15UL;
        _a = Mix(state += 0x9E3779B97F4A7C15UL);
        _b = Mix(state += 0x9E3779B97F4A7C15UL);
        _c = Mix(state += 0x9E3779B97F4A7C15UL);
        _d = Mix(state + 0x9E3779B97F4A7C15UL);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong state)
    {
        state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9UL;
        state = (state ^ state >> 27) * 0x94D049BB133111EBUL;
        return state ^ state >> 31;
    }
}
