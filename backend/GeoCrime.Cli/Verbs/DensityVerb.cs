using System.CommandLine;
using GeoCrime.Analytics.Density;
using GeoCrime.Cli.Files;
using GeoCrime.Studies.Density;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime density --points FILE</c>: a kernel density surface of a plain file's points.</summary>
internal static class DensityVerb
{
    public static Command Create()
    {
        var kernel = new Option<DensityKernel>("--kernel") { Description = "gaussian (bandwidth = standard deviation), quartic or epanechnikov (bandwidth = radius).", DefaultValueFactory = _ => DensityKernel.Gaussian };
        var bandwidth = new Option<double?>("--bandwidth") { Description = "Metres (default: Scott's rule)." };
        var cell = new Option<double>("--cell") { Description = "Cell side, metres.", Required = true };
        var adaptive = new Option<bool>("--adaptive") { Description = "Abramson: wider kernels where points are sparse, narrower where they are dense." };
        var crs = new Option<int?>("--crs") { Description = "EPSG code of --x and --y, for a raster's CRS." };
        var output = new Option<FileInfo?>("--out") { Description = ".tif (GeoTIFF), .asc (Esri ASCII grid) or CSV column,row,x,y,per_km2 (default: stdout); row 0 is northmost." };
        var points = new PointOptions();
        var command = new Command("density", "Points per square kilometre on a grid; needs no database.") { kernel, bandwidth, adaptive, cell, crs, output };
        points.AddTo(command);
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var (x, y, srid) = points.Read(arguments);
            if (x.Length == 0)
                throw new UsageException("The file has no points; a surface needs at least one.");
            var shape = arguments.GetValue(kernel);
            var width = arguments.GetValue(bandwidth) ?? Bandwidth.Scott(x, y, shape);
            var grid = Grid.Covering(x.Min(), y.Min(), x.Max(), y.Max(), arguments.GetValue(cell));
            var surface = arguments.GetValue(adaptive)
                ? AdaptiveDensity.Estimate(x, y, null, grid, shape, width, cancellationToken)
                : KernelDensity.Estimate(x, y, null, grid, shape, width, cancellationToken);
            Write(arguments.GetValue(output), surface, srid ?? arguments.GetValue(crs));
            Console.Error.WriteLine($"{grid.Columns} × {grid.Rows} cells of {grid.CellMetres} m, bandwidth {width:0.#} m, highest {surface.Max:0.###} per km².");
        })));
        return command;
    }

    private static void Write(FileInfo? file, DensitySurface surface, int? srid)
    {
        switch (file?.Extension.ToLowerInvariant())
        {
            case ".tif" or ".tiff":
                ResultFile.Replace(file, part => File.WriteAllBytes(part, GeoTiff.Encode(surface.Grid, [surface.PerSquareKilometre], srid, "Points per km2")));
                break;
            case ".asc":
                ResultFile.Replace(file, part =>
                {
                    using var text = new StreamWriter(part);
                    AsciiGrid.Write(text, surface.Grid, surface.PerSquareKilometre);
                });
                break;
            default:
                ResultFile.Write(file, Lines(surface));
                break;
        }
    }

    private static IEnumerable<string> Lines(DensitySurface surface)
    {
        yield return "column,row,x,y,per_km2";
        var grid = surface.Grid;
        for (var row = 0; row < grid.Rows; row++)
            for (var column = 0; column < grid.Columns; column++)
                yield return $"{column},{row},{grid.CentreX(column):R},{grid.CentreY(row):R},{surface.PerSquareKilometre[(row * grid.Columns) + column]:R}";
    }
}
