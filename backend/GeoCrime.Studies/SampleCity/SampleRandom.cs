namespace GeoCrime.Studies.SampleCity;

/// <summary>A seeded stream of random numbers that is the same on every machine and every runtime.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood (2014), OOPSLA, 453–472. One stream a purpose, so that parts stay independent.</remarks>
internal sealed class SampleRandom(int seed, int stream)
{
    private ulong state = Mix((ulong)(uint)seed * 0x9E3779B97F4A7C15 + (ulong)(uint)stream * 0xD1B54A32D192ED03 + 1);

    /// <summary>Uniform on [0, 1), 53 bits.</summary>
    public double NextDouble()
    {
        state += 0x9E3779B97F4A7C15;
        return (Mix(state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Uniform whole number 0…count−1; count ≥ 1.</summary>
    public int Next(int count) => (int)(NextDouble() * count);

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>Uniform on [low, high).</summary>
    public double Between(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>Standard normal (Box and Muller).</summary>
    public double Normal()
    {
        var radius = Math.Sqrt(-2 * PortableMath.Log(1 - NextDouble()));
        return radius * PortableMath.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>Exponential with the given mean.</summary>
    public double Exponential(double mean) => -mean * PortableMath.Log(1 - NextDouble());

    /// <summary>Poisson count with mean ≥ 0; cost O(mean).</summary>
    public int Poisson(double mean)
    {
        // The product method loses precision where e^−mean is tiny; a Poisson count is the sum of two of half its mean.
        if (mean > 30)
            return Poisson(mean / 2) + Poisson(mean / 2);
        var limit = PortableMath.Exp(-mean);
        var count = 0;
        for (var product = NextDouble(); product > limit; product *= NextDouble())
            count++;
        return count;
    }

    /// <summary>An index drawn in proportion to the steps of a cumulative sum (shape [n], not decreasing, last &gt; 0).</summary>
    public int Draw(ReadOnlySpan<double> cumulative)
    {
        var target = NextDouble() * cumulative[^1];
        int low = 0, high = cumulative.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cumulative[middle] > target)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    /// <summary>Puts the items into a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
