using System.Globalization;
using System.Text.RegularExpressions;

namespace GeoCrime.Data.Import.Preview;

/// <summary>The principal city of each IANA time zone, from the system's zone1970.tab; nothing where the system has none.</summary>
internal static partial class TimeZonePlaces
{
    private const double EarthKilometres = 6371;
    private static readonly string[] Files = ["/usr/share/zoneinfo/zone1970.tab", "/usr/share/zoneinfo/zone.tab"];
    private static readonly Lazy<IReadOnlyDictionary<string, (double Longitude, double Latitude)>> Places = new(Read);

    /// <summary>The zone whose principal city is nearest: a guess, since zones follow borders.</summary>
    public static string? Nearest(double longitude, double latitude) =>
        Places.Value.Count == 0 ? null : Places.Value.MinBy(place => Kilometres(place.Value, (longitude, latitude))).Key;

    /// <summary>Where a zone's principal city lies; null where the zone is unknown.</summary>
    public static (double Longitude, double Latitude)? Of(string zone) => Places.Value.TryGetValue(zone, out var place) ? place : null;

    /// <summary>Distance on the sphere between two positions in degrees, km.</summary>
    public static double Kilometres((double Longitude, double Latitude) a, (double Longitude, double Latitude) b)
    {
        var (phi1, phi2) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var cosine = (Math.Sin(phi1) * Math.Sin(phi2)) + (Math.Cos(phi1) * Math.Cos(phi2) * Math.Cos(double.DegreesToRadians(a.Longitude - b.Longitude)));
        return EarthKilometres * Math.Acos(Math.Clamp(cosine, -1, 1));
    }

    private static Dictionary<string, (double, double)> Read()
    {
        var places = new Dictionary<string, (double, double)>();
        if (Files.FirstOrDefault(File.Exists) is not { } path)
            return places;
        foreach (var fields in File.ReadLines(path).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')))
            if (fields.Length > 2 && Position().Match(fields[1]) is { Success: true } match)
                places[fields[2]] = (Degrees(match.Groups["lon"].Value, 3), Degrees(match.Groups["lat"].Value, 2));
        return places;
    }

    /// <summary>±DDMM or ±DDMMSS, the degrees with two or three digits.</summary>
    private static double Degrees(string text, int digits)
    {
        double Part(int start, int length) => text.Length < start + length ? 0 : double.Parse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);
        var size = Part(1, digits) + (Part(1 + digits, 2) / 60) + (Part(3 + digits, 2) / 3600);
        return text[0] == '-' ? -size : size;
    }

    [GeneratedRegex(@"^(?<lat>[+-]\d{4}(\d{2})?)(?<lon>[+-]\d{5}(\d{2})?)$")]
    private static partial Regex Position();
}
