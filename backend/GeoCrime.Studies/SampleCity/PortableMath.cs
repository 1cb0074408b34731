namespace GeoCrime.Studies.SampleCity;

/// <summary>Elementary functions from IEEE arithmetic alone, so that every machine gives the same bits.</summary>
/// <remarks>
/// The platform's own <see cref="Math.Sin"/> and its kin may differ in the last bit between C libraries.
/// Relative error below 1e-14 over the ranges the sample city uses (|x| ≤ 1,000).
/// </remarks>
internal static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double HalfPiHigh = 1.57079632673412561417;
    private const double HalfPiLow = 6.07710050650619224932e-11;

    /// <summary>eˣ: x = k·ln 2 + r with |r| ≤ ln 2 / 2, then the power series of eʳ.</summary>
    public static double Exp(double x)
    {
        var k = Math.Round(x / (Ln2High + Ln2Low));
        var r = x - k * Ln2High - k * Ln2Low;
        var sum = 1.0;
        for (var n = 17; n >= 1; n--)
            sum = 1 + sum * r / n;
        return Math.ScaleB(sum, (int)k);
    }

    /// <summary>Natural logarithm of x &gt; 0: x = m·2ᵏ with m near 1, then 2·artanh((m − 1)/(m + 1)).</summary>
    public static double Log(double x)
    {
        var k = Math.ILogB(x);
        var m = Math.ScaleB(x, -k);
        if (m > 1.4142135623730951)
        {
            m /= 2;
            k++;
        }
        var s = (m - 1) / (m + 1);
        var sum = 0.0;
        for (var n = 25; n >= 1; n -= 2)
            sum = sum * s * s + 1.0 / n;
        return k * Ln2High + (2 * s * sum + k * Ln2Low);
    }

    /// <summary>Sine of x radians.</summary>
    public static double Sin(double x) => Quadrant(x, 0);

    /// <summary>Cosine of x radians.</summary>
    public static double Cos(double x) => Quadrant(x, 1);

    private static double Quadrant(double x, int shift)
    {
        var k = Math.Round(x / (HalfPiHigh + HalfPiLow));
        var r = x - k * HalfPiHigh - k * HalfPiLow;
        var quadrant = ((long)k + shift) & 3;
        var value = (quadrant & 1) == 0 ? SineSeries(r) : CosineSeries(r);
        return quadrant < 2 ? value : -value;
    }

    private static double SineSeries(double r)
    {
        var sum = 1.0;
        for (var n = 18; n >= 2; n -= 2)
            sum = 1 - sum * r * r / (n * (n + 1));
        return r * sum;
    }

    private static double CosineSeries(double r)
    {
        var sum = 1.0;
        for (var n = 19; n >= 1; n -= 2)
            sum = 1 - sum * r * r / (n * (n + 1));
        return sum;
    }
}
