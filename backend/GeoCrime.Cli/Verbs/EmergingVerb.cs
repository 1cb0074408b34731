using System.CommandLine;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime emerging --points FILE</c>: emerging hot spots of a plain file's points.</summary>
internal static class EmergingVerb
{
    private const int FewestSteps = 4;

    public static Command Create()
    {
        var time = new Option<string>("--time") { Description = "Column of dates, such as 2024-03-01; what follows the day is ignored.", Required = true };
        var cell = new Option<double>("--cell") { Description = "Side of the square with a hexagon's area, metres.", DefaultValueFactory = _ => 400 };
        var step = new Option<int>("--step") { Description = "Days a step; steps end at the last date, a part step at the beginning is left out.", DefaultValueFactory = _ => 28 };
        var output = new Option<FileInfo?>("--out") { Description = "CSV, one row a hexagon of the points' box (default: stdout)." };
        var points = new PointOptions();
        var command = new Command("emerging", "Emerging hot spots: Gi* per cell and step, then the trend, then one of 17 patterns; needs no database.") { time, cell, step, output };
        points.AddTo(command);
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var (x, y, days) = points.ReadDated(arguments, arguments.GetRequiredValue(time));
            if (x.Length == 0)
                throw new UsageException("The file has no points; patterns need some.");
            var length = arguments.GetValue(step);
            var end = days.Max() + 1;
            var steps = length > 0 ? (end - days.Min()) / length : throw new UsageException($"--step {length}: a step lasts one day or more.");
            if (steps < FewestSteps)
                throw new UsageException($"The dates span {end - days.Min()} days, {steps} steps of {length}; patterns need {FewestSteps} or more.");
            var grid = new HexGrid(arguments.GetValue(cell));
            // In doubles, so that a far outlier is refused before its cells are listed.
            var most = ((x.Max() - x.Min()) / grid.CellMetres + 2) * ((y.Max() - y.Min()) / grid.CellMetres + 2) * steps;
            if (most > SpaceTimeCube.MostBins)
                throw new UsageException($"The points' box makes some {most:G3} bins; at most {SpaceTimeCube.MostBins:N0} are allowed. Is a point far away? Else ask for larger cells or longer steps.");
            var units = new CellUnits<HexGrid>(grid, [.. grid.CentredIn(x.Min() - grid.CellMetres, y.Min() - grid.CellMetres, x.Max() + grid.CellMetres, y.Max() + grid.CellMetres)]);
            var counts = new double[units.Cells.Count * steps];
            for (var i = 0; i < x.Length; i++)
                if (days[i] >= end - (steps * length) && units.UnitAt(x[i], y[i]) is var unit and >= 0)
                    counts[((steps - 1 - ((end - 1 - days[i]) / length)) * units.Cells.Count) + unit]++;
            var found = EmergingHotSpots.Find(counts, units.Contiguity().WithSelf(), steps, cancellationToken);
            ResultFile.Write(arguments.GetValue(output), Lines(units, counts, found, steps));
            Console.Error.WriteLine($"{units.Cells.Count:N0} hexagons, {steps} steps: {string.Join(", ", found.Patterns.Where(pattern => pattern != EmergingPattern.None).CountBy(pattern => pattern).Select(count => $"{count.Value:N0} {Words(count.Key)}").DefaultIfEmpty("no pattern"))}.");
        })));
        return command;
    }

    private static IEnumerable<string> Lines(CellUnits<HexGrid> units, double[] counts, EmergingHotSpots found, int steps)
    {
        yield return "cell,x,y,points,hot_steps,cold_steps,pattern,trend_z,trend_p,sen_slope,last_z";
        var cells = units.Cells.Count;
        for (var unit = 0; unit < cells; unit++)
        {
            var bins = Enumerable.Range(0, steps).Select(at => (at * cells) + unit).ToArray();
            var (x, y) = units.Grid.Centre(units.Cells[unit]);
            var (trend, last) = (found.Trends[unit], found.Z[bins[^1]]);
            yield return $"{units.Cells[unit]},{x:R},{y:R},{bins.Sum(bin => counts[bin]):R},{bins.Count(bin => found.Bins[bin] > 0)},{bins.Count(bin => found.Bins[bin] < 0)},{Words(found.Patterns[unit])},{trend.Z:R},{trend.P:R},{trend.SenSlope:R},{(double.IsNaN(last) ? "" : $"{last:R}")}";
        }
    }

    private static string Words(EmergingPattern pattern) => string.Concat(pattern.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")).ToLowerInvariant();
}
