using GeoCrime.Data.Columns;
using GeoCrime.Data.Import.Indicators;
using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Import.Indicators;

public class IndicatorImporterTests(PostGisFixture postGis)
{
    [Fact]
    public async Task Indicators_are_kept_by_kind_and_replaced_by_code_and_raise_the_data_version()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        var columns = new IncidentColumnStore(database);
        var before = await columns.GetAsync(city, AccessPolicy.Local, SmallCity.None);
        var importer = new IndicatorImporter(database);

        await importer.SaveAsync(city, "ward", [new("income", "Income", Values(("west", 10), ("east", 20))), new("age", "Age", Values(("west", 35)))], null, SmallCity.None);
        await importer.SaveAsync(city, "ward", [new("income", "Income, $", Values(("east", 25)))], new Dictionary<string, int> { ["east"] = 4321 }, SmallCity.None);

        var loaded = await new IndicatorReader(database).LoadAsync(city, "ward", AccessPolicy.Local, SmallCity.None);
        Assert.Equal(["age", "income"], loaded.Select(indicator => indicator.Code));
        Assert.Equal(("Income, $", 25.0), (loaded[1].Label, loaded[1].Values.Single().Value));
        Assert.Empty(await new IndicatorReader(database).LoadAsync(city, "beat", AccessPolicy.Local, SmallCity.None));
        var after = await columns.GetAsync(city, AccessPolicy.Local, SmallCity.None);
        Assert.NotEqual(before.DataVersion, after.DataVersion);
        Assert.Equal([("east", 4321), ("west", 1000)], after.AreaKinds.Single().Areas.Select(area => (area.Code, area.Population!.Value)).Order());
    }

    private static Dictionary<string, double> Values(params (string Area, double Value)[] values) => values.ToDictionary(each => each.Area, each => each.Value);
}
