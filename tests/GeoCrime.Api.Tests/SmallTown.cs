using System.Text;
using GeoCrime.Data;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Areas;
using GeoCrime.Data.Import.ContextPlaces;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using GeoCrime.Tests;

namespace GeoCrime.Api.Tests;

/// <summary>
/// A made-up town (jurisdiction <c>town</c>) of two wards, west and east of 105° W, each about 1.7 km wide: small enough to train a
/// forecast in seconds. Twelve bars stand in a row in the west. Every 50th row has no position; two rows in three are thefts, the third an assault.
/// </summary>
internal static class SmallTown
{
    public const string Code = "town";
    private const string Wards = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"west","residents":1000},"geometry":{"type":"Polygon","coordinates":[[[-105.02,39.70],[-105.00,39.70],[-105.00,39.72],[-105.02,39.72],[-105.02,39.70]]]}},
        {"type":"Feature","properties":{"code":"east","residents":3000},"geometry":{"type":"Polygon","coordinates":[[[-105.00,39.70],[-104.98,39.70],[-104.98,39.72],[-105.00,39.72],[-105.00,39.70]]]}}]}
        """;

    /// <summary>Twelve in the west, none in the east.</summary>
    private static readonly PlaceRecord[] Bars = [.. Enumerable.Range(0, 12).Select(n => new PlaceRecord($"b{n:00}", $"Bar {n}", $"{-105.019 + (0.0015 * n)}", "39.71"))];
    private static readonly DateTime First = new(2022, 1, 1);

    /// <summary>Loads the wards and the first days.</summary>
    public static async Task LoadAsync(GeoCrimeDatabase database, int days)
    {
        await WithFileAsync("wards.geojson", Wards, path => new AreaImporter(database).RunAsync(
            new AreaRequest(path, Code, "ward", "code", "code") { JurisdictionName = "Small Town", TimeZone = "America/Denver", PopulationProperty = "residents" }));
        await ImportAsync(database, 0, days);
        var town = (await new JurisdictionReader(database).AllAsync(AccessPolicy.Local, CancellationToken.None)).Single(each => each.Code == Code);
        await new PlaceImporter(database).SaveAsync(town, "Liquor licence", "bars.csv", Bars, CrsCode.Wgs84, CancellationToken.None);
        await new PlaceImporter(database).SaveAsync(town, "transit stop", "stops.csv", [new("s1", null, "-105.0", "39.71")], CrsCode.Wgs84, CancellationToken.None);
    }

    /// <summary>Imports the days from one number to before another, counted from 1 January 2022.</summary>
    public static Task ImportAsync(GeoCrimeDatabase database, int from, int to) =>
        WithFileAsync("incidents.csv", Rows(from, to), path => new Importer(database).RunAsync(
            new ImportRequest(path, MappedProfile.Parse("id=id,occurred=when,lon=lon,lat=lat,category=kind", "town-log", "America/Denver"), Code)));

    private static string Rows(int from, int to)
    {
        var rows = new StringBuilder("id,when,lon,lat,kind\n");
        for (var day = from; day < to; day++)
        {
            // A day's rows depend on the day alone, so that any span of days is the same town.
            var random = new Random(day);
            var count = 4 + random.Next(4) + (day % 7 < 2 ? 3 : 0);
            for (var number = 0; number < count; number++)
            {
                var when = First.AddDays(day).AddMinutes(random.Next(24 * 60));
                var (longitude, latitude) = (-105.02 + (0.04 * random.NextDouble()), 39.70 + (0.02 * random.NextDouble()));
                var position = ((day * 7) + number) % 50 == 0 ? "," : $"{longitude:F6},{latitude:F6}";
                rows.Append($"{day}-{number},{when:yyyy-MM-dd HH:mm},{position},{(number % 3 == 2 ? "assault" : "theft")}\n");
            }
        }
        return rows.ToString();
    }

    private static async Task WithFileAsync(string name, string text, Func<string, Task> use)
    {
        var folder = TestFolder.Create("town");
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text);
        await use(path);
        Directory.Delete(folder, recursive: true);
    }
}
