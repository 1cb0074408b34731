using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Categories;
using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Data.Tests.Import.Categories;

public sealed class CategoryMapTests(ImportDatabase database) : IClassFixture<ImportDatabase>, IAsyncLifetime
{
    private const string Rows = "when,what\n2024-03-01 10:00,theft\n2024-03-02 10:00,murder\n";

    private static readonly SourceProfile Profile = MappedProfile.Parse("occurred=when,category=what", "mapped", "America/Denver") with
    {
        Categories = [new("murder", "Murder", "violence", 100, Match: "murder")],
    };

    private readonly TemporaryFolder folder = new();
    private readonly string city = database.NewJurisdiction();
    private CategoryMap Map => new(database.Database);

    public async ValueTask InitializeAsync() => await database.ImportAsync(folder.Write("a.csv", Rows), Profile, city);

    [Fact]
    public async Task Edits_are_stored_together_and_raise_the_data_version_once()
    {
        var version = await database.VersionAsync(city);

        var changed = await Map.SaveAsync(city, [new("theft", "Larceny", "property", 5), new("murder", "Murder", "violence", 90, true)], CancellationToken.None);

        Assert.Equal(2, changed);
        Assert.Equal(version + 1, await database.VersionAsync(city));
        Assert.Equal([new("murder", "Murder", "violence", 90, true), new("theft", "Larceny", "property", 5, false)], await Map.ReadAsync(city, CancellationToken.None));
    }

    [Fact]
    public async Task Edits_that_change_nothing_leave_the_version_alone()
    {
        var version = await database.VersionAsync(city);

        Assert.Equal(0, await Map.SaveAsync(city, await Map.ReadAsync(city, CancellationToken.None), CancellationToken.None));
        Assert.Equal(version, await database.VersionAsync(city));
    }

    [Fact]
    public async Task What_was_set_by_hand_outlives_later_imports_and_an_undo()
    {
        await Map.SaveAsync(city, [new("murder", "Homicide", "violence", 99)], CancellationToken.None);
        var second = await database.ImportAsync(folder.Write("b.csv", Rows + "2024-03-03 10:00,murder\n"), Profile, city);
        Assert.Contains(new CategoryEdit("murder", "Homicide", "violence", 99, false), await Map.ReadAsync(city, CancellationToken.None));

        foreach (var batch in new[] { second.Batch, await database.OneAsync<int>(city, "SELECT min(id) FROM geocrime.import_batch WHERE jurisdiction_id = $1") })
            await new BatchUndo(database.Database).RunAsync(batch, TestContext.Current.CancellationToken);
        Assert.Equal([new("murder", "Homicide", "violence", 99, false)], await Map.ReadAsync(city, CancellationToken.None));
    }

    [Theory]
    [InlineData("arson", "Arson", "property", 30, "category 'arson' is unknown; there are murder, theft")]
    [InlineData("theft", " ", "property", 5, "category 'theft' needs a label of 1–80 characters")]
    [InlineData("theft", "Theft", "Property", 5, "category 'theft' has the group 'Property'; a group is 1–40 lower-case letters, digits and hyphens, such as 'property'")]
    [InlineData("theft", "Theft", "property", 0.5, "category 'theft' has severity 0.5, which is not in 1–100")]
    [InlineData("theft", "Theft", "property", double.NaN, "category 'theft' has severity NaN, which is not in 1–100")]
    public async Task What_is_out_of_range_is_named_and_nothing_is_changed(string code, string label, string group, double severity, string reason)
    {
        var before = await Map.ReadAsync(city, CancellationToken.None);

        var error = await Assert.ThrowsAsync<ImportException>(() => Map.SaveAsync(city, [new("murder", "Homicide", "violence", 99), new(code, label, group, severity)], CancellationToken.None));

        Assert.Equal(reason, error.Reason);
        Assert.Equal(before, await Map.ReadAsync(city, CancellationToken.None));
    }

    [Fact]
    public async Task A_map_written_as_csv_reads_back_as_it_was()
    {
        await Map.SaveAsync(city, [new("theft", "Theft, \"petty\"", "property", 2.5)], CancellationToken.None);
        var map = await Map.ReadAsync(city, CancellationToken.None);

        Assert.Equal(map, CategoryCsv.Read(new StringReader(CategoryCsv.Write(map)), "map.csv"));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("code,label,group\n", "the column 'severity' is missing; present are 'code', 'label', 'group'")]
    [InlineData("code,label,group,severity\ntheft,Theft,property,heavy\n", "'heavy' is no severity; it is a number in 1–100")]
    [InlineData("code,label,group,severity,officer_initiated\ntheft,Theft,property,5,perhaps\n", "'perhaps' in officer_initiated is neither true nor false")]
    public void A_csv_that_is_no_map_is_named(string text, string reason)
    {
        var error = Assert.Throws<ImportException>(() => CategoryCsv.Read(new StringReader(text), "map.csv"));

        Assert.Equal(reason, error.Reason);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
