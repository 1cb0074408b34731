namespace GeoCrime.Analytics.Neighbours;

/// <summary>Stable order of whole numbers by their bits, sixteen at a time.</summary>
internal static class RadixSort
{
    private const int Bits = 16;

    /// <param name="keys">Shape [n]; in [0, bound); not modified.</param>
    /// <param name="bound">Above every key.</param>
    /// <returns>Shape [n]: indices of the keys from smallest to largest, equal keys in their order.</returns>
    public static int[] Order(long[] keys, long bound)
    {
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var next = new int[keys.Length];
        var starts = new int[(1 << Bits) + 1];
        for (var shift = 0; shift < 63 && bound - 1 >> shift > 0; shift += Bits)
        {
            Array.Clear(starts);
            foreach (var key in keys)
                starts[(key >> shift & (1 << Bits) - 1) + 1]++;
            for (var digit = 0; digit < 1 << Bits; digit++)
                starts[digit + 1] += starts[digit];
            foreach (var index in order)
                next[starts[keys[index] >> shift & (1 << Bits) - 1]++] = index;
            (order, next) = (next, order);
        }
        return order;
    }
}
