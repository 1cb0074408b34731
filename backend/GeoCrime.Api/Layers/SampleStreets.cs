using GeoCrime.Api.Hosting;
using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Api.Layers;

/// <summary>/layers/sample/streets.geojson: the made-up city's streets, which stand in for a base map.</summary>
internal static class SampleStreets
{
    private const string File = "streets.geojson";
    private const string ContentType = "application/geo+json";

    /// <param name="layers">Of one jurisdiction.</param>
    /// <param name="gisDataFolder">Holds the folder that the sample city's files were written to.</param>
    public static void MapSampleStreets(this RouteGroupBuilder layers, string gisDataFolder)
    {
        var path = Path.GetFullPath(Path.Combine(gisDataFolder, "sample-city", File));
        layers.MapGet(File, (string jurisdiction) => jurisdiction != City.Code
            ? throw new UnknownNameException($"{jurisdiction} has no streets of its own; only the sample city has.")
            : System.IO.File.Exists(path)
                ? Results.File(path, ContentType, lastModified: System.IO.File.GetLastWriteTimeUtc(path))
                // A copied database comes without the files: a map without streets.
                : Results.Text("""{"type":"FeatureCollection","features":[]}""", ContentType));
    }
}
