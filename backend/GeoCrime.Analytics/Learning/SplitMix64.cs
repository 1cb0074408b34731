namespace GeoCrime.Analytics.Learning;

/// <summary>A small seeded random stream whose numbers are the same on every machine and version.</summary>
/// <remarks>Steele, Lea and Flood (2014), OOPSLA, 453–472. Not for secrets.</remarks>
public struct SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>A stream of its own for each purpose: mixes further numbers into a seed.</summary>
    public static SplitMix64 For(int seed, long purpose, long index = 0)
    {
        var mix = new SplitMix64(unchecked((ulong)seed));
        var first = mix.Next() ^ unchecked((ulong)purpose * 0xD1B54A32D192ED03UL);
        mix = new SplitMix64(first);
        return new SplitMix64(mix.Next() ^ unchecked((ulong)index * 0x8CB92BA72F3D8DD7UL));
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … count − 1.</summary>
    /// <param name="count">≥ 1.</param>
    public int NextIndex(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Fisher–Yates: every order is equally likely.</summary>
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextIndex(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
