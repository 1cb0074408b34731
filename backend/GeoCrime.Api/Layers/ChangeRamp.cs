namespace GeoCrime.Api.Layers;

/// <summary>The diverging colours of change, the same as --fall-3 … --rise-3 of the map application's tokens.</summary>
internal sealed class ChangeRamp
{
    /// <summary>How strongly a change shows that is not clear, of 255.</summary>
    private const byte Faint = 70;

    /// <summary>Weaker changes are not drawn.</summary>
    private const float Least = 0.08f;

    private readonly int[] fall;
    private readonly int[] rise;

    private ChangeRamp(int[] fall, int[] rise) => (this.fall, this.rise) = (fall, rise);

    public static ChangeRamp Light { get; } = new([0xb3d9e6, 0x4aa0b5, 0x0b5b70], [0xf3dca6, 0xcf9f4d, 0x8a4f0b]);

    public static ChangeRamp Dark { get; } = new([0x1d4a5c, 0x3a94ab, 0x86def2], [0x5a441b, 0xb3843a, 0xf7cd80]);

    /// <summary>RGBA bytes in three classes a side.</summary>
    /// <param name="strength">−1…1; larger ones take the strongest colour.</param>
    /// <param name="clear">Whether a pixel's change is more than chance.</param>
    public byte[] Paint(float[] strength, bool[] clear)
    {
        var pixels = new byte[strength.Length * 4];
        for (var index = 0; index < strength.Length; index++)
        {
            var value = Math.Abs(strength[index]);
            if (!(value >= Least))
                continue;
            var colour = (strength[index] > 0 ? rise : fall)[Math.Min(2, (int)(value * 3))];
            (pixels[index * 4], pixels[(index * 4) + 1], pixels[(index * 4) + 2]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
            pixels[(index * 4) + 3] = clear[index] ? byte.MaxValue : Faint;
        }
        return pixels;
    }
}
