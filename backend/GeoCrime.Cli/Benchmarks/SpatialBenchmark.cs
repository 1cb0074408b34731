using System.Text.Json;
using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Clustering;
using GeoCrime.Analytics.Density;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Cli.Benchmarks;

/// <summary>Density, clusters and Gi* on whole published cities beside the field's own tools: the same input, in one run.</summary>
internal sealed class SpatialBenchmark(string data, string peers, IProgress<string> progress)
{
    private const int Side = 1024;
    private const int Sampled = 500;
    private const double CellMetres = 250;

    /// <summary>Kernels, the peer's name for them and bandwidths in metres; the highest goes through the splines, the lowest add points one by one.</summary>
    private static readonly (DensityKernel Kernel, string Script, double[] Bandwidths)[] Surveyed =
    [
        (DensityKernel.Gaussian, "binned", [50, 100, 250]),
        (DensityKernel.Quartic, "binned_quartic", [50, 100, 250, 500]),
        (DensityKernel.Epanechnikov, "binned_epanechnikov", [50, 100, 250, 500]),
    ];

    private readonly List<string> _rows = [];
    private readonly HashSet<string> _missing = [];

    public IReadOnlyList<string> Run()
    {
        var folder = Directory.CreateTempSubdirectory("geocrime-bench-").FullName;
        try
        {
            foreach (var city in new[] { CityFile.SanFrancisco, CityFile.Denver })
            {
                progress.Report($"{city.Name}: reading …");
                var (_, x, y, _) = city.Read(data);
                var name = city == CityFile.Denver ? "denver" : "sf";
                var points = PointFiles.Write(folder, name, x, y);
                Clusters(city.Name, Path.Combine(folder, name), points.X, points.Y);
                if (city == CityFile.Denver)
                    HotSpotCells(Path.Combine(folder, name), points.X, points.Y);
                else
                    Surfaces(city.Name, Path.Combine(folder, name), points.X, points.Y);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return
        [
            "| work | here, s | memory, MB | of the input | first run, MB | peer | peer, s | peer / here | peer's peak, MB | note |", "|---|---|---|---|---|---|---|---|---|---|", .. _rows, "",
            "Time is the median of five runs after two that warm up. Memory is the growth of the resident set over the second of those, beside the two columns of doubles that went in; the first run's holds the compiled code and the libraries as well. A peer's peak holds its interpreter and its input.",
            .. _missing.Count == 0 ? Array.Empty<string>() : ["", $"Not there: {string.Join("; ", _missing.Order())}. `{PeerScript.Install}` brings them."],
        ];
    }

    private void Clusters(string city, string file, double[] x, double[] y)
    {
        progress.Report($"{city}: clusters …");
        var found = Dbscan.Cluster(x, y, 100, 50);
        var noise = found.Labels.Count(label => label == Dbscan.Noise);
        var here = Measured.Of(() => Dbscan.Cluster(x, y, 100, 50));
        var work = $"DBSCAN, {city}, {x.Length:N0} points, 100 m / 50";
        string Note(JsonElement peer) => $"{found.Clusters} clusters, {noise:N0} noise; the peer {peer.GetProperty("clusters")} and {peer.GetProperty("noise").GetInt32():N0}";
        Add(work, here, x.Length, "scikit-learn, distinct points with weights", PeerScript.Run(peers, "spatial_dbscan.py", $"{file}_xy.npy", "100", "50", "weighted", "1"), Note);
        Add(work, here, x.Length, "R dbscan", PeerScript.Run(peers, "spatial_dbscan.R", $"{file}_xy.csv", "100", "50"), Note);
    }

    private void Surfaces(string city, string file, double[] x, double[] y)
    {
        progress.Report($"{city}: density …");
        var side = Math.Max(x.Max() - x.Min(), y.Max() - y.Min()) / Side;
        var grid = new Grid(x.Min(), y.Max(), side, Side, Side);
        var spatstat = PeerScript.Run(peers, "spatial_kde.R", $"{file}_xy.csv", $"{Side}");
        foreach (var (kernel, script, bandwidths) in Surveyed)
            foreach (var bandwidth in bandwidths)
            {
                var here = Measured.Of(() => KernelDensity.Estimate(x, y, null, grid, kernel, bandwidth));
                var name = kernel.ToString().ToLowerInvariant();
                var work = $"density, {city}, {x.Length:N0} points, {Side}², {name} {bandwidth} m";
                Add(work, here, x.Length, "scipy, binned", PeerScript.Run(peers, "spatial_kde.py", $"{file}_xy.npy", $"{Side}", script, $"{bandwidth}"), _ => "");
                Add(work, here, x.Length, "spatstat", spatstat with { Lines = [.. spatstat.Lines.Where(line => line.GetProperty("mode").GetString() == $"spatstat {name} {bandwidth}")] }, _ => "");
            }
        foreach (var kernel in Enum.GetValues<DensityKernel>())
            foreach (var bandwidth in new[] { 50.0, 100, 250 })
                _rows.Add($"| error of the density, {city}, {Side}², {kernel.ToString().ToLowerInvariant()} {bandwidth} m | | | | | exact sums at {Sampled} cells and the highest | | | | {Error(x, y, grid, kernel, bandwidth):0.0e+0} of the maximum (at most 1e-3 is wanted) |");
    }

    /// <summary>Largest difference from the exact sum over sampled cells and the highest one, as a share of the highest.</summary>
    private static double Error(double[] x, double[] y, Grid grid, DensityKernel kernel, double bandwidth)
    {
        var surface = KernelDensity.Estimate(x, y, null, grid, kernel, bandwidth);
        var highest = Array.IndexOf(surface.PerSquareKilometre, surface.PerSquareKilometre.Max());
        // A stride that shares no factor with the columns visits all of them.
        var cells = Enumerable.Range(0, Sampled).Select(i => (int)((long)i * 104_729 % surface.PerSquareKilometre.Length)).Append(highest).ToArray();
        var exact = ExactDensity.At(x, y, null, [.. cells.Select(cell => grid.CentreX(cell % grid.Columns))], [.. cells.Select(cell => grid.CentreY(cell / grid.Columns))], kernel, bandwidth);
        return cells.Select((cell, at) => Math.Abs(surface.PerSquareKilometre[cell] - exact[at])).Max() / exact[^1];
    }

    private void HotSpotCells(string file, double[] x, double[] y)
    {
        progress.Report("Denver: Gi* …");
        double west = x.Min(), south = y.Min();
        double[] east = [.. x.Select(each => each - west)], north = [.. y.Select(each => each - south)];
        var grid = new SquareGrid(CellMetres);
        var units = new CellUnits<SquareGrid>(grid, [.. grid.CentredIn(0, 0, (Math.Floor(east.Max() / CellMetres) + 1) * CellMetres, (Math.Floor(north.Max() / CellMetres) + 1) * CellMetres)]);
        var weights = units.Contiguity().WithSelf();
        var counts = units.Sum(east, north);
        var work = $"Gi*, Denver, {counts.Length:N0} cells";
        var z = GetisOrd.Star(counts, weights).Z;
        var test = Measured.Of(() => HotSpots.Find(counts, weights, 0, 0));
        var permute = Measured.Of(() => ConditionalPermutation.PseudoP(counts, weights, 9999, 1), 3);
        string Note(JsonElement peer) => peer.TryGetProperty("z_max", out var most) ? $"highest z {z.Max():0.000000}, the peer {most.GetDouble():0.000000}" : "";
        var numpy = PeerScript.Run(peers, "spatial_gistar.py", $"{file}_xy.npy", $"{CellMetres}", $"{file}_cells.csv", "numpy", "999");
        Add($"{work}, z, exact p and bins (50 ms are wanted)", test, 0, "numpy, z alone", numpy with { Lines = [.. numpy.Lines.Take(1)] }, Note);
        Add($"{work}, 9,999 conditional permutations (1 s is wanted)", permute, 0, "numpy, 999 draws shared by all cells", numpy with { Lines = [.. numpy.Lines.Skip(1)] }, _ => "");
        var cells = PeerScript.Run(peers, "spatial_gistar.py", $"{file}_xy.npy", $"{CellMetres}", $"{file}_cells.csv", "write");
        var spdep = cells.Missing is null
            ? PeerScript.Run(peers, "spatial_gistar.R", $"{file}_cells.csv", $"{cells.Lines[0].GetProperty("rows")}", $"{cells.Lines[0].GetProperty("cols")}", "499", $"{file}_z.csv")
            : cells;
        Add(work + ", z, exact p and bins", test, 0, "spdep localG, z alone", spdep with { Lines = [.. spdep.Lines.Where(line => line.GetProperty("mode").GetString() == "spdep localG")] }, Note);
        Add(work + ", 9,999 conditional permutations", permute, 0, "spdep localG_perm, 499", spdep with { Lines = [.. spdep.Lines.Where(line => line.GetProperty("mode").GetString()!.Contains("perm", StringComparison.Ordinal))] }, _ => "");
    }

    /// <param name="rows">Points that went in as two columns; 0 where the input is none.</param>
    private void Add(string work, Measured here, int rows, string peer, PeerScript script, Func<JsonElement, string> note)
    {
        var own = $"| {work} | {here.Seconds:0.0000} | {here.PeakBytes / 1e6:0} | {(rows > 0 ? $"{here.PeakBytes / (16.0 * rows):0.0} ×" : "")} | {here.FirstPeakBytes / 1e6:0} |";
        if (script.Missing is { } why)
            _missing.Add($"{peer.Split(',')[0]} ({why})");
        var lines = script.Lines.OrderBy(line => line.GetProperty("seconds").GetDouble()).ToArray();
        if (lines.Length == 0)
        {
            _rows.Add($"{own} {peer} | not there | | | |");
            return;
        }
        var line = lines[lines.Length / 2];
        var seconds = line.GetProperty("seconds").GetDouble();
        _rows.Add($"{own} {peer} | {seconds:0.000} | {seconds / here.Seconds:0.0} | {line.GetProperty("peak_mb")} | {note(line)} |");
    }
}
