using System.CommandLine;
using GeoCrime.Cli.Benchmarks;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime bench</c>: measures this product beside its peers on this machine.</summary>
internal static class BenchVerb
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files of one source.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Source = new("--source") { Description = "Profile of the data set.", Required = true };

    public static Command Create()
    {
        var import = new Command("import", "Time an import beside psql's own COPY of the same rows into the same table with the same indexes.") { Files, Source };
        import.SetAction(RunImportAsync);
        return new Command("bench", "Measure this product beside its peers on this machine.") { import, BenchGraphQL.Create(), BenchPlaces.Create(), BenchSpatial.Create(), BenchRandom.Create(), BenchForecast.Create(), BenchLstm.Create() };
    }

    private static async Task<int> RunImportAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var profile = SourceProfileFile.Load(arguments.GetRequiredValue(Source), ImportVerb.SourceFolder);
        await using var session = await Session.OpenAsync(arguments, cancellationToken);
        var timings = new List<ImportTiming>();
        foreach (var file in arguments.GetRequiredValue(Files))
        {
            await Console.Error.WriteLineAsync($"{Path.GetFileName(file)} …");
            timings.Add(await ImportBenchmark.RunAsync(session.Database, new ImportRequest(file, profile, "bench"), cancellationToken));
        }
        if (arguments.GetValue(SessionOptions.Json))
        {
            Console.WriteLine(JsonResult.Of(timings));
            return 0;
        }
        Console.WriteLine($"{"file",-44} {"rows",9} {"import",9} {"psql COPY",10} {"ratio",6} {"keys too",9}");
        foreach (var timing in timings)
            Console.WriteLine($"{timing.File,-44} {timing.Rows.Read,9:N0} {timing.ImportSeconds,7:0.00} s {timing.CopyIncidentsSeconds,8:0.00} s {timing.Ratio,6:0.00} {timing.CopyKeysSeconds,7:0.00} s");
        return 0;
    }
}
