namespace GeoCrime.Api.Layers;

/// <summary>The sequential colour ramp of counts and densities, the same as --seq-1 … --seq-8 of the map application's tokens.</summary>
internal sealed class DensityRamp
{
    /// <summary>Values below this share of the maximum are transparent.</summary>
    private const double Threshold = 0.01;

    private readonly (byte R, byte G, byte B)[] colours;

    private DensityRamp(params int[] colours) =>
        this.colours = [.. colours.Select(colour => ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour))];

    public static DensityRamp Light { get; } = new(0xfdf1d3, 0xfbd898, 0xf7b76b, 0xec8c56, 0xd35f58, 0xa83d6a, 0x702b6c, 0x3a184e);

    public static DensityRamp Dark { get; } = new(0x2c1b47, 0x4c2366, 0x80306f, 0xa93b69, 0xd75b58, 0xf1894f, 0xfabd66, 0xfff0b5);

    /// <summary>RGBA bytes, square-root stretched from 1 % of the maximum up.</summary>
    /// <param name="values">Incidents per km².</param>
    /// <param name="max">The value of the strongest colour; larger ones take it too.</param>
    public byte[] Paint(float[] values, double max)
    {
        var pixels = new byte[values.Length * 4];
        if (max <= 0)
            return pixels;
        for (var index = 0; index < values.Length; index++)
        {
            var share = values[index] / max;
            if (share < Threshold)
                continue;
            var (r, g, b) = At((Math.Sqrt(Math.Min(share, 1)) - Math.Sqrt(Threshold)) / (1 - Math.Sqrt(Threshold)));
            (pixels[index * 4], pixels[(index * 4) + 1], pixels[(index * 4) + 2]) = (r, g, b);
            // The lowest values fade in, so that the surface has no hard rim.
            pixels[(index * 4) + 3] = (byte)(255 * Math.Min(1, (share - Threshold) / (2 * Threshold)));
        }
        return pixels;
    }

    /// <summary>RGBA bytes of shares: transparent at 0, the colours evenly over the rest.</summary>
    /// <param name="shares">0–1.</param>
    public byte[] PaintRanks(float[] shares)
    {
        var pixels = new byte[shares.Length * 4];
        for (var index = 0; index < shares.Length; index++)
        {
            if (shares[index] <= 0)
                continue;
            var (r, g, b) = At(shares[index]);
            (pixels[index * 4], pixels[(index * 4) + 1], pixels[(index * 4) + 2], pixels[(index * 4) + 3]) = (r, g, b, 255);
        }
        return pixels;
    }

    private (byte R, byte G, byte B) At(double position)
    {
        var place = position * (colours.Length - 1);
        var lower = Math.Min((int)place, colours.Length - 2);
        var part = place - lower;
        var (a, b) = (colours[lower], colours[lower + 1]);
        return (Mix(a.R, b.R, part), Mix(a.G, b.G, part), Mix(a.B, b.B, part));
    }

    private static byte Mix(byte from, byte to, double part) => (byte)Math.Round(from + ((to - from) * part));
}
