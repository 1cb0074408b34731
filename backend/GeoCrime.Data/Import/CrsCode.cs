using System.Globalization;
using System.Text.RegularExpressions;

namespace GeoCrime.Data.Import;

/// <summary>Reads the name of a coordinate reference system as files and users write it.</summary>
public static partial class CrsCode
{
    public const int Wgs84 = 4326;

    /// <summary>The EPSG code in <c>EPSG:2232</c>, <c>urn:ogc:def:crs:EPSG::2232</c>, <c>http://www.opengis.net/def/crs/EPSG/0/2232</c>; CRS84 is 4326.</summary>
    /// <exception cref="ImportException">The name is none of these.</exception>
    public static int Srid(string name, string file)
    {
        if (Crs84().IsMatch(name))
            return Wgs84;
        var match = Epsg().Match(name);
        return match.Success
            ? int.Parse(match.Groups["code"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : throw new ImportException(file, null, $"unknown coordinate reference system '{name}'; name one as EPSG:4326");
    }

    [GeneratedRegex(@"^(urn:ogc:def:crs:OGC:[0-9.]*:CRS84|https?://www\.opengis\.net/def/crs/OGC/[0-9.]+/CRS84|OGC:CRS84|CRS84)$", RegexOptions.IgnoreCase)]
    private static partial Regex Crs84();

    [GeneratedRegex(@"^(urn:(x-)?ogc:def:crs:EPSG:[0-9.]*:|https?://www\.opengis\.net/def/crs/EPSG/[0-9.]+/|EPSG:{1,2})(?<code>[0-9]{4,6})$", RegexOptions.IgnoreCase)]
    private static partial Regex Epsg();
}
