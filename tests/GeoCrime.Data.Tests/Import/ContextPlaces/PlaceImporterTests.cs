using GeoCrime.Data.Columns;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.ContextPlaces;
using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Import.ContextPlaces;

public class PlaceImporterTests(PostGisFixture postGis)
{
    private static readonly PlaceRecord[] Bars = [new("b1", "Anchor", "-105.01", "39.71"), new("b2", "", "-105.00", "39.70")];

    [Fact]
    public async Task A_file_replaces_its_kind_as_a_whole_and_no_other_and_raises_the_data_version()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SaveAsync(database, city, "transit stop", new PlaceRecord("s1", "Main St", "-105", "39.7"));
        var first = await SaveAsync(database, city, "Liquor licence", Bars);
        var before = await VersionAsync(database, city);

        var second = await SaveAsync(database, city, "Liquor licence", new PlaceRecord("b2", "Bell", "-105.00", "39.70"), new PlaceRecord("b3", "Cove", "-104.99", "39.70"));

        Assert.Equal(("liquor-licence", 2, 0, false), (first.Kind, first.Stored, first.Before, first.Unchanged));
        Assert.Equal((2, 2, false), (second.Stored, second.Before, second.Unchanged));
        var places = await new ContextPlaceReader(database).LoadAsync(city, null, AccessPolicy.Local, SmallCity.None);
        Assert.Equal([("liquor-licence", "b2", "Bell"), ("liquor-licence", "b3", "Cove"), ("transit-stop", "s1", "Main St")], places.Select(place => (place.Kind, place.SourceId, place.Name!)));
        Assert.Equal((-104.99, 39.70, "Liquor licence"), (places[1].Longitude, places[1].Latitude, places[1].KindLabel));
        Assert.NotEqual(before, await VersionAsync(database, city));
    }

    [Fact]
    public async Task The_same_places_again_change_nothing_and_keep_the_data_version()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SaveAsync(database, city, "bar", Bars);
        var before = await VersionAsync(database, city);

        var again = await SaveAsync(database, city, "bar", [Bars[1], Bars[0]]);

        Assert.True(again.Unchanged);
        Assert.Equal(before, await VersionAsync(database, city));
        Assert.Equal(2, (await new ContextPlaceReader(database).LoadAsync(city, "bar", AccessPolicy.Local, SmallCity.None)).Count);
    }

    [Fact]
    public async Task Rows_that_cannot_be_used_are_set_aside_by_reason()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        var summary = await SaveAsync(
            database, city, "bar", Bars[0], new("b1", "Twin", "-105", "39.7"), new("b4", "", "", "39.7"), new("b5", "", "-105", "north"), new("b6", "", "NaN", "39.7"), new(" ", "Nameless", "-105", "39.7"), new("b7", "Null island", "0", "0"));
        Assert.Equal(1, summary.Stored);
        Assert.Equal([("far-away", 1), ("id-repeated", 1), ("no-id", 1), ("no-position", 1), ("unreadable-position", 2)], summary.SetAside.Select(each => (each.Key, each.Value)));
    }

    [Fact]
    public async Task Without_ids_a_place_is_its_name_and_position_and_true_repeats_stay()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        PlaceRecord[] stops = [new(null, "Stop", "-105", "39.7"), new(null, "Stop", "-105", "39.7"), new(null, null, "-105.01", "39.7")];
        Assert.Equal(3, (await SaveAsync(database, city, "stop", stops)).Stored);
        Assert.True((await SaveAsync(database, city, "stop", stops)).Unchanged);
    }

    [Fact]
    public async Task Positions_in_another_system_are_transformed()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        // Feet of Colorado Central; a tavern on Colfax Avenue, by PROJ at 104.98247° W, 39.74004° N.
        await new PlaceImporter(database).SaveAsync(city, "bar", "feet.csv", [new("1", "Satellite Bar", "3145321", "1694797")], 2232, SmallCity.None);
        var place = (await new ContextPlaceReader(database).LoadAsync(city, "bar", AccessPolicy.Local, SmallCity.None)).Single();
        Assert.Equal(-104.9825, place.Longitude, 2e-3);
        Assert.Equal(39.7400, place.Latitude, 2e-3);
    }

    [Fact]
    public async Task A_file_without_a_usable_row_and_an_unknown_system_change_nothing()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SaveAsync(database, city, "bar", Bars);
        var error = await Assert.ThrowsAsync<ImportException>(() => SaveAsync(database, city, "bar", new PlaceRecord("x", "", "", "")));
        Assert.Equal("bars.csv: no row of 1 can be used (no-position 1); places of kind bar stay as they are", error.Message);
        var unknown = await Assert.ThrowsAsync<ImportException>(() => new PlaceImporter(database).SaveAsync(city, "bar", "bars.csv", Bars, 999_123, SmallCity.None));
        Assert.Contains("EPSG:999123 is not known", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await new ContextPlaceReader(database).LoadAsync(city, "bar", AccessPolicy.Local, SmallCity.None)).Count);
    }

    private static Task<PlaceSummary> SaveAsync(GeoCrimeDatabase database, Jurisdiction city, string kind, params PlaceRecord[] records) =>
        new PlaceImporter(database).SaveAsync(city, kind, "bars.csv", records, CrsCode.Wgs84, SmallCity.None);

    private static async Task<string> VersionAsync(GeoCrimeDatabase database, Jurisdiction city) =>
        (await new IncidentColumnStore(database).GetAsync(city, AccessPolicy.Local, SmallCity.None)).DataVersion;
}
