using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GeoCrime.Studies.SampleCity;

/// <summary>The sample city as files that the importer and other tools read.</summary>
public static class SampleCityFiles
{
    /// <summary>Files in the order in which they are written; the last stands only beside complete others.</summary>
    public static readonly string[] Names =
        ["incidents.csv.gz", "precincts.geojson", "districts.geojson", "streets.geojson", "landscape.geojson", "places.csv", "truth.json"];

    /// <summary>Whether a folder holds the finished files of a seed.</summary>
    public static bool AreComplete(string folder, int seed)
    {
        if (!Names.All(name => File.Exists(Path.Combine(folder, name))))
            return false;
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Names[^1])));
        return truth.RootElement.GetProperty("seed").GetInt32() == seed;
    }

    /// <summary>Writes all files, each under a temporary name that is then moved over the old one; about 9 MB.</summary>
    /// <param name="city">The city.</param>
    /// <param name="folder">Made where it is missing; other files in it stay.</param>
    /// <param name="cancellation">Leaves at most finished files and no temporary one.</param>
    /// <remarks>The incidents' bytes are the same everywhere before compression; the compressed bytes depend on the runtime's zlib.</remarks>
    public static void Write(City city, string folder, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        var truth = Path.Combine(folder, Names[^1]);
        File.Delete(truth);
        var hash = "";
        Replace(Names[0], stream => hash = WriteIncidents(stream, city.Incidents, cancellation));
        Replace(Names[1], stream => CityGeoJson.WriteAreas(stream, "precincts", city.Layout.Precincts));
        Replace(Names[2], stream => CityGeoJson.WriteAreas(stream, "districts", city.Layout.Districts));
        Replace(Names[3], stream => CityGeoJson.WriteStreets(stream, city.Layout.Streets));
        Replace(Names[4], stream => CityGeoJson.WriteLandscape(stream, city.Layout.Landscape));
        Replace(Names[5], stream => WritePlaces(stream, city));
        Replace(Names[6], stream => TruthJson.Write(stream, city, hash));

        void Replace(string name, Action<Stream> write)
        {
            cancellation.ThrowIfCancellationRequested();
            var temporary = Path.Combine(folder, $".{name}.{Environment.ProcessId}.part");
            try
            {
                using (var stream = File.Create(temporary))
                    write(stream);
                File.Move(temporary, Path.Combine(folder, name), overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
    }

    private static string WriteIncidents(Stream stream, SampleIncident[] incidents, CancellationToken cancellation)
    {
        using var hash = SHA256.Create();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        using (var hashed = new CryptoStream(gzip, hash, CryptoStreamMode.Write, leaveOpen: true))
            IncidentCsv.Write(hashed, incidents, cancellation);
        return Convert.ToHexStringLower(hash.Hash!);
    }

    private static void WritePlaces(Stream stream, City city)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        writer.Write("place_id,name,category,longitude,latitude,precinct\n");
        foreach (var place in city.Places)
        {
            var (longitude, latitude) = OceanProjection.ToDegrees(place.Point);
            var precinct = city.Layout.Precincts[place.Precinct].Code;
            writer.Write($"{place.Id},{place.Name},{place.Category},{longitude:F7},{latitude:F7},{precinct}\n");
        }
    }
}
