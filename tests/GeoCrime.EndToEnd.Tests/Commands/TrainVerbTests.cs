using System.Globalization;
using GeoCrime.EndToEnd.Tests.Serving;

namespace GeoCrime.EndToEnd.Tests.Commands;

/// <summary>Networks on plain files: trained, kept, used again, and refused with the reason.</summary>
public class TrainVerbTests
{
    private const int Days = 260;

    [Fact]
    public async Task A_network_of_all_series_is_kept_and_forecasts_from_its_file_without_training()
    {
        var series = await SeriesAsync("north", "south");
        var model = Path.GetTempFileName();
        var trained = await CommandLine.RunAsync("train", "--series", series, "--place", "town", "--origins", "2", "--out", model);
        Assert.Equal(0, trained.Code);
        Assert.Contains("2 areas, 520 counts by day", trained.Output, StringComparison.Ordinal);
        Assert.Contains("No area of 2 is tuned: ", trained.Output, StringComparison.Ordinal);
        Assert.Contains("260 steps, network 3, epoch 1: ", trained.Errors, StringComparison.Ordinal);

        var forecast = await CommandLine.RunAsync("forecast", "--series", series, "--model", "lstm-global", "--from", model, "--horizon", "7");
        Assert.Equal(0, forecast.Code);
        var rows = forecast.Output.Split('\n').Where(line => line.Length > 0).ToList();
        Assert.Equal("series,date,model,mean,median,lower_80,upper_80,lower_95,upper_95", rows[0]);
        Assert.Equal(15, rows.Count);
        Assert.All(rows.Skip(1), row => Assert.InRange(double.Parse(row.Split(',')[3], CultureInfo.InvariantCulture), 3, 12));

        var bytes = await File.ReadAllBytesAsync(model);
        await RefusedAsync(series, bytes[..^100], "it is truncated");
        await RefusedAsync(series, Replaced(bytes, "\"version\":\"2\"", "\"version\":\"9\""), "the model file has version 9; this program reads version 2: train again");
        await RefusedAsync(await SeriesAsync("east", "west"), bytes, "the model was trained on the 2 areas of town; these are 2, without north, south and with east, west: train one for them");
    }

    [Fact]
    public async Task A_network_of_one_series_is_refused_for_another()
    {
        var model = Path.GetTempFileName();
        var trained = await CommandLine.RunAsync("train", "--series", await SeriesAsync("north"), "--model", "lstm", "--place", "town", "--out", model);
        Assert.Equal(0, trained.Code);
        var own = await CommandLine.RunAsync("forecast", "--series", await SeriesAsync("north"), "--model", "lstm", "--from", model, "--horizon", "7");
        Assert.Equal(0, own.Code);
        var other = await CommandLine.RunAsync("forecast", "--series", await SeriesAsync("east"), "--model", "lstm", "--from", model, "--horizon", "7");
        Assert.Equal(2, other.Code);
        Assert.Contains("the model was trained on north of town; this is east: train one for it", other.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "all known counts are equal, from which the LSTM cannot learn")]
    [InlineData("4", "all known counts are equal, from which the LSTM cannot learn")]
    [InlineData("", "no count of the series is known")]
    public async Task A_series_without_anything_to_learn_ends_with_a_clear_message(string value, string message)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, ["date,only", .. Enumerable.Range(0, Days).Select(day => $"{new DateOnly(2023, 1, 2).AddDays(day):yyyy-MM-dd},{value}")]);
        var ended = await CommandLine.RunAsync("train", "--series", file, "--model", "lstm", "--gaps", "missing", "--out", Path.GetTempFileName());
        Assert.NotEqual(0, ended.Code);
        Assert.Contains(message, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Series_with_gaps_zeros_and_constants_get_sane_forecasts_by_the_network_of_all()
    {
        var file = Path.GetTempFileName();
        var random = new Random(1);
        await File.WriteAllLinesAsync(file, ["date,busy,zero,constant,gappy", .. Enumerable.Range(0, Days).Select(day =>
            $"{new DateOnly(2023, 1, 2).AddDays(day):yyyy-MM-dd},{random.Next(4, 12)},0,5,{(day % 3 == 0 ? "" : random.Next(1, 4).ToString(CultureInfo.InvariantCulture))}")]);
        var ended = await CommandLine.RunAsync("forecast", "--series", file, "--model", "lstm-global", "--gaps", "missing", "--horizon", "5");
        Assert.Equal(0, ended.Code);
        var means = ended.Output.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToLookup(row => row[0], row => double.Parse(row[3], CultureInfo.InvariantCulture));
        Assert.All(means["busy"], mean => Assert.InRange(mean, 4, 12));
        Assert.All(means["zero"], mean => Assert.InRange(mean, 0, 0.3));
        Assert.All(means["constant"], mean => Assert.InRange(mean, 3.5, 6.5));
        Assert.All(means["gappy"], mean => Assert.InRange(mean, 1, 3.5));
    }

    private static async Task RefusedAsync(string series, byte[] model, string message)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, model);
        var ended = await CommandLine.RunAsync("forecast", "--series", series, "--model", "lstm-global", "--from", file, "--horizon", "7");
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains(message, ended.Errors, StringComparison.Ordinal);
    }

    private static byte[] Replaced(byte[] bytes, string found, string by)
    {
        var text = System.Text.Encoding.Latin1.GetString(bytes);
        Assert.Contains(found, text, StringComparison.Ordinal);
        return System.Text.Encoding.Latin1.GetBytes(text.Replace(found, by, StringComparison.Ordinal));
    }

    private static async Task<string> SeriesAsync(params string[] names)
    {
        var random = new Random(7);
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, [$"date,{string.Join(',', names)}", .. Enumerable.Range(0, Days).Select(day =>
            $"{new DateOnly(2023, 1, 2).AddDays(day):yyyy-MM-dd},{string.Join(',', names.Select(_ => random.Next(4, 12)))}")]);
        return file;
    }
}
