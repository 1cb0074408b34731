using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Import.Profiles;

public class SourceProfileFileTests
{
    private const string Minimal = """
        { "code": "x", "title": "X", "timeZone": "America/Denver", "occurredFrom": { "column": "d", "formats": ["yyyy-MM-dd"] }, "category": { "column": "c" } }
        """;

    public static TheoryData<string> Published => [.. Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    private static string Folder => Path.Combine(RepositoryFiles.Root, "gis-data", "sources");

    [Theory]
    [MemberData(nameof(Published))]
    public void Every_profile_of_the_product_is_valid(string code)
    {
        var profile = SourceProfileFile.Load(code, Folder);
        Assert.Equal(code, profile.Code);
        Assert.NotEmpty(profile.Categories);
    }

    [Fact]
    public void Columns_come_once_each()
    {
        var profile = SourceProfileFile.Parse(Minimal, "f") with { Attributes = ["c", "e"], StatedAreas = new Dictionary<string, string> { ["beat"] = "d" } };
        Assert.Equal(["d", "c", "e"], profile.Columns());
        Assert.Equal(["d", "c"], profile.NeededColumns());
    }

    [Theory]
    [InlineData("America/Denver", "Mountain", "f: 'Mountain' is no IANA time zone")]
    [InlineData("""{ "column": "c" }""", "{ }", "f: category takes a column or a constant, one of them")]
    [InlineData("""["yyyy-MM-dd"]""", "[]", "f: the time column d has no formats")]
    [InlineData("""{ "column": "c" } }""", """{ "column": "c" }, "categories": [{ "match": "a", "code": "a", "label": "A", "group": "g", "severity": 0 }] }""", "f: category a has severity 0, which is not in 1–100")]
    [InlineData("""{ "column": "c" } }""", """{ "column": "c" }, "categories": [{ "code": "a", "label": "A", "group": "g", "severity": 1 }] }""", "f: category a takes one of match, prefix and pattern")]
    [InlineData("""{ "column": "c" } }""", """{ "column": "c" }, "position": { "x": "x", "y": "y", "crs": "WGS" } }""", "f: unknown coordinate reference system 'WGS'; name one as EPSG:4326")]
    public void What_makes_no_sense_is_refused(string part, string replacement, string message)
    {
        Assert.Contains(part, Minimal, StringComparison.Ordinal);
        var error = Assert.Throws<ImportException>(() => SourceProfileFile.Parse(Minimal.Replace(part, replacement), "f"));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_misspelt_member_is_refused_and_not_passed_over()
    {
        var error = Assert.Throws<ImportException>(() => SourceProfileFile.Parse(Minimal.Replace("\"title\"", "\"titel\""), "f"));
        Assert.StartsWith("f: not a source profile: ", error.Message);
    }

    [Fact]
    public void The_profiles_of_a_jurisdiction_are_found_by_its_code()
    {
        Assert.Equal("America/Denver", SourceProfileFile.OfJurisdiction("denver", Folder)!.TimeZone);
        Assert.Null(SourceProfileFile.OfJurisdiction("atlantis", Folder));
    }

    [Fact]
    public void An_unknown_profile_names_those_that_there_are()
    {
        var error = Assert.Throws<ImportException>(() => SourceProfileFile.Load("atlantis", Folder));
        Assert.Contains("no such source profile; there are chicago, chicago-2022,", error.Message, StringComparison.Ordinal);
    }
}
