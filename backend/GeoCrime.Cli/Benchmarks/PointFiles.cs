using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace GeoCrime.Cli.Benchmarks;

/// <summary>The same points for the peers: NumPy's format for Python, CSV for R.</summary>
internal static class PointFiles
{
    /// <summary>Writes NAME_xy.npy and NAME_xy.csv, metres to the millimetre, and answers the points as they were written.</summary>
    public static (double[] X, double[] Y) Write(string folder, string name, double[] x, double[] y)
    {
        double[] roundX = [.. x.Select(value => Math.Round(value, 3))], roundY = [.. y.Select(value => Math.Round(value, 3))];
        var pairs = new double[2 * x.Length];
        for (var i = 0; i < x.Length; i++)
            (pairs[2 * i], pairs[2 * i + 1]) = (roundX[i], roundY[i]);
        using (var file = File.Create(Path.Combine(folder, $"{name}_xy.npy")))
        {
            // Version 1.0: magic, version, length of the header, header padded to a multiple of 64 with a newline at its end.
            var header = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({x.Length}, 2), }}";
            header = header.PadRight((header.Length + 11) / 64 * 64 + 64 - 11) + "\n";
            file.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8)]);
            file.Write(Encoding.ASCII.GetBytes(header));
            file.Write(MemoryMarshal.AsBytes(pairs.AsSpan()));
        }
        File.WriteAllLines(Path.Combine(folder, $"{name}_xy.csv"),
            Enumerable.Range(0, x.Length).Select(i => string.Create(CultureInfo.InvariantCulture, $"{roundX[i]},{roundY[i]}")).Prepend("x,y"));
        return (roundX, roundY);
    }
}
