using GeoCrime.EndToEnd.Tests.Serving;

namespace GeoCrime.EndToEnd.Tests.Commands;

public class CategoriesVerbTests
{
    [Fact]
    public async Task A_category_map_is_written_changed_and_set_again()
    {
        using var folder = new DataFolder();
        var (rows, map) = (Path.Combine(folder.Path, "rows.csv"), Path.Combine(folder.Path, "map.csv"));
        await File.WriteAllTextAsync(rows, "when;what\n2024-03-01 10:00;theft\n2024-03-02 11:00;arson\n", TestContext.Current.CancellationToken);
        await RunAsync("import", rows, "--jurisdiction", "town", "--map", "occurred=when,category=what", "--time-zone", "Europe/Vienna");

        await RunAsync("categories", "--jurisdiction", "town", "--out", map);
        var text = await File.ReadAllTextAsync(map, TestContext.Current.CancellationToken);
        Assert.Equal("code,label,group,severity,officer_initiated\r\narson,arson,other,1,false\r\ntheft,theft,other,1,false\r\n", text);

        await File.WriteAllTextAsync(map, text.Replace("arson,arson,other,1", "arson,Arson,property,30", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal("town: 1 of 2 categories changed", (await RunAsync("categories", map, "--jurisdiction", "town")).Output);
        Assert.Contains("arson,Arson,property,30,false", (await RunAsync("categories", "--jurisdiction", "town")).Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(map, text.Replace("theft,theft,other,1", "theft,theft,other,1000", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var refused = await CommandLine.RunAsync("categories", map, "--jurisdiction", "town", "--data", folder.Path);
        Assert.Equal((1, "categories: category 'theft' has severity 1000, which is not in 1–100"), (refused.Code, refused.Errors));

        async Task<Ended> RunAsync(params string[] arguments)
        {
            var ended = await CommandLine.RunAsync([.. arguments, "--data", folder.Path]);
            Assert.True(ended.Code == 0, ended.Errors);
            return ended;
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_bad_usage()
    {
        var ended = await CommandLine.RunAsync("categories", "nowhere.csv", "--jurisdiction", "town");

        Assert.Equal((2, "nowhere.csv: no such file."), (ended.Code, ended.Errors));
    }
}
