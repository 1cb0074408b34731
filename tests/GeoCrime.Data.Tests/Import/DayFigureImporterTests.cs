using GeoCrime.Data.Columns;
using GeoCrime.Data.Import.Days;
using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Import;

public class DayFigureImporterTests(PostGisFixture postGis)
{
    private static readonly DateOnly Day = new(2024, 7, 4);

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_a_new_value_takes_the_place_of_the_old()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        var importer = new DayFigureImporter(database);
        async Task<string> VersionAsync() => (await new IncidentColumnStore(database).GetAsync(city, AccessPolicy.Local, SmallCity.None)).DataVersion;
        DayFigure[] weather = [Figure("rain", false, 0, 3.5), Figure("heat", false, 31, 28)];

        var (start, first) = (await VersionAsync(), await importer.SaveAsync(city, weather, SmallCity.None));
        var (loaded, again) = (await VersionAsync(), await importer.SaveAsync(city, weather, SmallCity.None));
        var (same, changed) = (await VersionAsync(), await importer.SaveAsync(city, [Figure("rain", false, 0, 4)], SmallCity.None));
        await importer.SaveAsync(city, [Figure("game", true, 1)], SmallCity.None);

        Assert.Equal((new DayFigureSummary(4, 0, 0), new DayFigureSummary(0, 0, 4), new DayFigureSummary(0, 1, 1)), (first, again, changed));
        Assert.NotEqual(start, loaded);
        Assert.Equal(loaded, same);
        var read = await new DayFigureReader(database).LoadAsync(city.Code, AccessPolicy.Local, SmallCity.None);
        Assert.Equal([("game", true), ("heat", false), ("rain", false)], read.Select(figure => (figure.Name, figure.KnownAhead)));
        Assert.Equal(4, read[2].Values[Day.AddDays(1)]);
        Assert.Empty(await new DayFigureReader(database).LoadAsync("elsewhere", AccessPolicy.Local, SmallCity.None));
    }

    [Fact]
    public async Task Events_and_weather_do_not_mix_in_one_import()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        Assert.Equal("One import holds events or weather, not both.", (await Assert.ThrowsAsync<ArgumentException>(
            () => new DayFigureImporter(database).SaveAsync(city, [Figure("game", true, 1), Figure("heat", false, 1)], SmallCity.None))).Message);
    }

    private static DayFigure Figure(string name, bool knownAhead, params double[] values) => new(name, knownAhead, values.Select((value, i) => (value, i)).ToDictionary(each => Day.AddDays(each.i), each => each.value));
}
