using GeoCrime.EndToEnd.Tests.Serving;

namespace GeoCrime.EndToEnd.Tests.Commands;

/// <summary>What a file of places says before any database is opened.</summary>
public class PlacesVerbTests
{
    [Theory]
    [InlineData("--lon lon --lat lat --only type=pub", "no row has 'pub' in column type; it holds: bar, cafe.")]
    [InlineData("--lon lon --lat lat --only type", "--only is 'type'; it reads COLUMN=VALUE.")]
    [InlineData("--lon x --lat lat", "has no column 'x'; it has: type, lon, lat.")]
    [InlineData("--x lon --y lat", "Positions are either --lon and --lat, or --x, --y and --crs.")]
    public async Task What_cannot_be_is_bad_usage(string options, string message)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllLinesAsync(path, ["type,lon,lat", "bar,-105,39.7", "cafe,-105,39.7"]);
        var ended = await CommandLine.RunAsync(["places", path, "--jurisdiction", "x", "--kind", "bar", .. options.Split(' ')]);
        Assert.Equal(2, ended.Code);
        Assert.Contains(message, ended.Errors, StringComparison.Ordinal);
    }
}
