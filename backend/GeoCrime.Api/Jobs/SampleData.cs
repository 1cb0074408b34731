using System.Globalization;
using CsvHelper;
using GeoCrime.Data;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Areas;
using GeoCrime.Data.Import.ContextPlaces;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Api.Jobs;

/// <summary>Generates the sample city's files and loads them like any other data.</summary>
public static class SampleData
{
    /// <summary>Of the city that the product loads by itself.</summary>
    public const int Seed = 1;

    private const string Profile = "sample-city";
    private static readonly (string File, string Kind)[] AreaFiles = [("precincts.geojson", "precinct"), ("districts.geojson", "district")];

    public static string Folder(string gisData) => Path.Combine(gisData, "sample-city");

    /// <summary>Writes the files unless a complete set of the same seed is there already.</summary>
    public static Task GenerateAsync(int seed, string folder, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            if (!SampleCityFiles.AreComplete(folder, seed))
                SampleCityFiles.Write(SampleCityGenerator.Generate(seed), folder, cancellationToken);
        },
        cancellationToken);

    /// <summary>Loads precincts and districts, places of interest, then incidents; what is loaded already stays as it is.</summary>
    /// <param name="folder">Where <see cref="GenerateAsync"/> wrote the files.</param>
    /// <param name="gisData">Where the profiles are: its folder sources.</param>
    public static async Task<ImportSummary> LoadAsync(GeoCrimeDatabase database, string folder, string gisData, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var (file, kind) in AreaFiles)
            await new AreaImporter(database).RunAsync(
                new AreaRequest(Path.Combine(folder, file), City.Code, kind, "code", "name")
                {
                    JurisdictionName = City.Name,
                    TimeZone = City.TimeZone,
                    PopulationProperty = "population",
                    Synthetic = true,
                },
                null,
                cancellationToken);
        await LoadPlacesAsync(database, Path.Combine(folder, "places.csv"), cancellationToken);
        var profile = SourceProfileFile.Load(Profile, Path.Combine(gisData, "sources"));
        var request = new ImportRequest(Path.Combine(folder, "incidents.csv.gz"), profile, City.Code) { Name = City.Name, Synthetic = true };
        return await new Importer(database).RunAsync(request, progress, cancellationToken);
    }

    private static async Task LoadPlacesAsync(GeoCrimeDatabase database, string file, CancellationToken cancellationToken)
    {
        var jurisdiction = (await new JurisdictionReader(database).AllAsync(AccessPolicy.Local, cancellationToken)).Single(each => each.Code == City.Code);
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        var places = new List<(string Category, PlaceRecord Place)>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            places.Add((csv.GetField("category")!, new PlaceRecord(csv.GetField("place_id"), csv.GetField("name"), csv.GetField("longitude")!, csv.GetField("latitude")!)));
        foreach (var kind in places.GroupBy(each => each.Category, each => each.Place))
            await new PlaceImporter(database).SaveAsync(jurisdiction, kind.Key.Replace('-', ' '), file, [.. kind], CrsCode.Wgs84, cancellationToken);
    }
}
