using GeoCrime.EndToEnd.Tests.Serving;

namespace GeoCrime.EndToEnd.Tests.Commands;

public class SpaceTimeVerbTests
{
    [Fact]
    public async Task Knox_counts_the_pairs_of_a_plain_file()
    {
        var file = await FileAsync("x,y,when", "0,0,2024-01-01", "0,0,2024-01-08 12:30", "60,80,2024-01-09");
        var ended = await CommandLine.RunAsync("knox", "--points", file, "--x", "x", "--y", "y", "--time", "when", "--metres", "0,100", "--days", "7,14", "--metric", "euclidean", "--permutations", "9");
        Assert.Equal(0, ended.Code);
        Assert.Equal("3 points, 3 pairs within 100 m and 14 days.", ended.Errors);
        Assert.Equal(["from_metres,to_metres,from_days,to_days,pairs,expected,ratio,p", "0,0,0,7,1,", "0,0,8,14,0,", "0,100,0,7,1,", "0,100,8,14,1,"],
            ended.Output.Split('\n').Select((line, row) => row == 0 ? line : string.Join(',', line.Split(',')[..5]) + ","));
    }

    [Fact]
    public async Task Emerging_finds_a_block_that_heats_up()
    {
        var random = new Random(1);
        var even = Enumerable.Range(0, 1500).Select(i => $"{random.Next(5000)},{random.Next(5000)},{new DateOnly(2024, 1, 1).AddDays(i % 100):yyyy-MM-dd}");
        var hot = Enumerable.Range(0, 600).Select(i => $"{2000 + random.Next(1000)},{2000 + random.Next(1000)},{new DateOnly(2024, 1, 1).AddDays(80 + i % 20):yyyy-MM-dd}");
        var output = Path.GetTempFileName();
        var ended = await CommandLine.RunAsync("emerging", "--points", await FileAsync(["x,y,when", .. even, .. hot]), "--x", "x", "--y", "y", "--time", "when", "--step", "10", "--out", output);
        Assert.Equal(0, ended.Code);
        Assert.Contains("consecutive hot", ended.Errors, StringComparison.Ordinal);
        var rows = (await File.ReadAllLinesAsync(output)).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(2100, rows.Sum(row => int.Parse(row[3])));
        Assert.All(rows.Where(row => row[6] == "consecutive hot"), row =>
        {
            Assert.InRange(double.Parse(row[1]), 1400, 3600);
            Assert.InRange(double.Parse(row[2]), 1400, 3600);
        });
    }

    [Fact]
    public async Task Nearby_sets_points_beside_controls_in_the_same_plane()
    {
        // In degrees, some 40 m north of a place; controls lie a kilometre away and more.
        var points = await FileAsync(["lon,lat", .. Enumerable.Range(0, 30).Select(_ => "-105.0,39.70036")]);
        var controls = await FileAsync(["lon,lat", .. Enumerable.Range(0, 100).Select(i => $"-105.0{i % 10},39.72{i / 10}")]);
        var ended = await CommandLine.RunAsync("nearby", "--points", points, "--lon", "lon", "--lat", "lat", "--places", await FileAsync("lon,lat", "-105.0,39.7"), "--controls", controls, "--metres", "20,50", "--simulations", "99");
        Assert.Equal((0, "30 points, 1 places, 100 controls."), (ended.Code, ended.Errors));
        Assert.Equal(["metres,places_per_point,expected,lower_95,upper_95,p", "20,0,0,0,0,1", "50,1,0,0,0,0.02"], ended.Output.Split('\n'));
    }

    [Fact]
    public async Task Nearby_tells_how_density_falls_with_the_distance_to_places()
    {
        // A square kilometre of controls, one place in its middle, eight points within 50 m of it and two far off.
        var controls = await FileAsync(["x,y", .. Enumerable.Range(0, 121).Select(i => $"{i % 11 * 100},{i / 11 * 100}")]);
        var points = await FileAsync(["x,y", .. Enumerable.Range(0, 8).Select(i => $"{500 + (5 * i)},510"), "100,100", "900,900"]);
        var table = Path.Combine(Path.GetDirectoryName(controls)!, "decay.csv");
        var ended = await CommandLine.RunAsync("nearby", "--points", points, "--x", "x", "--y", "y", "--places", await FileAsync("x,y", "500,500"), "--controls", controls, "--metres", "50,200", "--simulations", "99", "--decay", table);
        Assert.Equal(0, ended.Code);
        Assert.Contains("Densities of points and places, 250 m: Pearson 0.", ended.Errors, StringComparison.Ordinal);
        var bands = (await File.ReadAllLinesAsync(table)).Skip(1).Select(line => line.Split(',').Select(double.Parse).ToArray()).ToArray();
        Assert.Equal([8, 0, 2], bands.Select(band => band[2]));
        // Within 50 m lie π·0.05² km² of the one: 10 points at random would put 0.08 there.
        Assert.Equal(Math.PI * 0.0025, bands[0][3], 1e-4);
        Assert.Equal(0.8 / (Math.PI * 0.0025), bands[0][5], 2.0);
        Assert.Equal(1, bands.Sum(band => band[3]), 1e-9);
    }

    [Theory]
    [InlineData("nearby --points FILE --x x --y y --places FILE --controls FILE --metres 50,20", "Distance 2 is 20")]
    [InlineData("nearby --points FILE --x x --y y --places nowhere.csv --controls FILE", "nowhere.csv does not exist")]
    [InlineData("knox --points FILE --x x --y y", "Option '--time' is required.")]
    [InlineData("knox --points FILE --x x --y y --time nothing", "has no column 'nothing'")]
    [InlineData("knox --points FILE --x x --y y --time x", "is not a date such as 2024-03-01")]
    [InlineData("knox --points FILE --x x --y y --time when --metres 100,50", "Limit 2 is 50; limits are finite, ≥ 0 and rise.")]
    [InlineData("knox --points FILE --x x --y y --time when --metres ten", "--metres 'ten': 'ten' is no number.")]
    [InlineData("knox --points FILE --x x --y y --time when --days 1.5", "--days 1.5 is no whole number of days.")]
    [InlineData("emerging --points FILE --x x --y y --time when", "The dates span 9 days, 0 steps of 28; patterns need 4 or more.")]
    [InlineData("emerging --points FILE --x x --y y --time when --step 0", "--step 0: a step lasts one day or more.")]
    [InlineData("emerging --points FILE --x x --y y --time when --step 2 --cell 0", "It must be finite and > 0 metres.")]
    [InlineData("emerging --points FILE --x x --y y --time when --step 2 --cell 0.001", "Is a point far away?")]
    public async Task What_cannot_be_is_bad_usage(string line, string message)
    {
        var file = await FileAsync("x,y,when", "0,0,2024-01-01", "900,900,2024-01-09");
        var ended = await CommandLine.RunAsync(line.Replace("FILE", file, StringComparison.Ordinal).Split(' '));
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains(message, ended.Errors, StringComparison.Ordinal);
    }

    private static async Task<string> FileAsync(params string[] lines)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllLinesAsync(path, lines);
        return path;
    }
}
