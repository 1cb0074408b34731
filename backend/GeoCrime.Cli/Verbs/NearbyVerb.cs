using System.CommandLine;
using System.Globalization;
using GeoCrime.Analytics.Places;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime nearby --points FILE --places FILE</c>: do a plain file's points gather around places?</summary>
internal static class NearbyVerb
{
    public static Command Create()
    {
        var places = new Option<string>("--places") { Description = "CSV of places, plain or gzip, with the same columns of positions.", Required = true };
        var controls = new Option<string>("--controls") { Description = "CSV of positions where points could have been, for instance all incidents, with the same columns.", Required = true };
        var metres = new Option<string>("--metres") { Description = "Distances, rising.", DefaultValueFactory = _ => "50,100,200,400" };
        var simulations = new Option<int>("--simulations") { Description = "Draws from the controls.", DefaultValueFactory = _ => 199 };
        var seed = new Option<int>("--seed") { Description = "Same seed, same envelope.", DefaultValueFactory = _ => 1 };
        var output = new Option<FileInfo?>("--out") { Description = "CSV, one row a distance (default: stdout)." };
        var decay = new Option<FileInfo?>("--decay") { Description = "CSV of points by distance to the nearest place, over the ground that the controls span." };
        var points = new PointOptions();
        var command = new Command("nearby", "Cross-K: do points keep closer to places than controls do? Mean places within each distance, with the 95 % envelope of as many controls. Edges need no correction: both lose the same places. Needs no database.")
        {
            places, controls, metres, simulations, seed, output, decay,
        };
        points.AddTo(command);
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var (x, y, srid) = points.Read(arguments);
            var (placesX, placesY) = points.ReadAlike(arguments, arguments.GetRequiredValue(places), srid);
            var (controlsX, controlsY) = points.ReadAlike(arguments, arguments.GetRequiredValue(controls), srid);
            double[] distances = [.. arguments.GetRequiredValue(metres).Split(',').Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new UsageException($"--metres: '{text}' is no number."))];
            var rows = CrossK.Run(x, y, placesX, placesY, controlsX, controlsY, distances, arguments.GetValue(simulations), seed: arguments.GetValue(seed), cancellation: cancellationToken);
            ResultFile.Write(arguments.GetValue(output), rows.Select(row => $"{row.Metres:R},{row.PlacesPerEvent:R},{row.Expected:R},{row.Lower:R},{row.Upper:R},{row.P:R}")
                .Prepend("metres,places_per_point,expected,lower_95,upper_95,p"));
            var ground = Ground.Under(controlsX, controlsY, distances[0] / 10);
            if (arguments.GetValue(decay) is { } table)
                ResultFile.Write(table, PlaceDistance.Table(x, y, placesX, placesY, ground.X, ground.Y, ground.CellMetres, distances)
                    .Select(band => $"{band.FromMetres:R},{band.ToMetres:R},{band.Events},{band.SquareKilometres:R},{band.PerSquareKilometre:R},{band.Ratio:R},{band.P:R}")
                    .Prepend("from_metres,to_metres,points,square_kilometres,per_km2,ratio,p"));
            var alike = ground.Alike(x, y, placesX, placesY, cancellationToken);
            if (!double.IsNaN(alike.Pearson))
                Console.Error.WriteLine($"Densities of points and places, {Ground.BandwidthMetres} m: Pearson {alike.Pearson:0.00}, Spearman {alike.Spearman:0.00}.");
            Console.Error.WriteLine($"{x.Length:N0} points, {placesX.Length:N0} places, {controlsX.Length:N0} controls.");
        })));
        return command;
    }
}
