using System.IO.Compression;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Areas;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Import;

/// <summary>Published files with the defects that data/README.md measured. Of the larger ones the first 5,000 rows and those with defects.</summary>
public sealed class OpenDataImportTests(ImportDatabase database) : IClassFixture<ImportDatabase>, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string city = database.NewJurisdiction();

    [Fact]
    public async Task Denver_is_stored_whole_and_a_second_time_nothing()
    {
        var path = RepositoryFiles.OpenData("denver_crime_2019_2024.csv.gz");
        await new AreaImporter(database.Database).RunAsync(
            new AreaRequest(RepositoryFiles.OpenData("denver_neighborhoods.geojson"), city, "neighborhood", "nbhd_name", "nbhd_name") { TimeZone = "America/Denver", SlugCodes = true });
        var first = await database.ImportAsync(path, ImportDatabase.Profile("denver"), city);
        var second = await database.ImportAsync(path, ImportDatabase.Profile("denver"), city);

        // 261 rows end before their position, 40 lie at null island.
        Assert.Equal(new RowCounts(394_736, 394_736, 0, 0, 0, 301), first.Rows);
        Assert.Equal(new RowCounts(394_736, 0, 0, 0, 394_736, 0), second.Rows);
        Assert.Equal(
            new Dictionary<string, long> { ["short-row"] = 261, ["sentinel-position"] = 40, ["occurred-at-midnight"] = 9604, ["reported-before-occurred"] = 12 },
            first.Notes);
        Assert.Equal([53_964, 62_859, 71_612, 75_377, 73_535, 57_389], await database.ReadAsync<long>(city, "SELECT count(*) FROM geocrime.incident WHERE jurisdiction_id = $1 GROUP BY local_year ORDER BY local_year"));
        Assert.Equal(2126, await database.OneAsync<long>(city, "SELECT count(DISTINCT occurred_local::date) FROM geocrime.incident WHERE jurisdiction_id = $1"));
        Assert.Equal([300, 335], await database.ReadAsync<long>(city, "SELECT count(*) FROM geocrime.incident WHERE jurisdiction_id = $1 AND occurred_local::date IN ('2020-05-30', '2020-05-31') GROUP BY occurred_local::date ORDER BY occurred_local::date"));
        Assert.Equal(179_234, await database.OneAsync<long>(city, "SELECT count(*) FROM geocrime.incident WHERE jurisdiction_id = $1 AND occurred_to IS NULL"));
        Assert.Equal(600, await database.OneAsync<long>(city, "SELECT count(*) FROM geocrime.incident WHERE jurisdiction_id = $1 AND NOT stated_areas ? 'neighborhood'"));
        // Red Rocks park, far west of the city, is Denver's own.
        Assert.True(await database.OneAsync<long>(city, "SELECT count(*) FROM geocrime.incident WHERE jurisdiction_id = $1 AND ST_X(geom) < -105.2") > 0);
        // README: 94.94 % of a sample of 60,000; its standard error is 0.09.
        Assert.InRange(first.Agreement.Single().Percent, 94.94 - 0.3, 94.94 + 0.3);
        Assert.Equal("stapleton", await database.OneAsync<string>(city, """
            SELECT a.code FROM geocrime.incident i JOIN geocrime.area a ON a.id = ANY (i.area_ids)
            WHERE i.jurisdiction_id = $1 AND i.stated_areas ->> 'neighborhood' = 'central-park' GROUP BY a.code ORDER BY count(*) DESC LIMIT 1
            """));
    }

    [Fact]
    public async Task Areas_joined_in_process_are_those_that_PostGIS_finds()
    {
        var path = Sample("denver_crime_2019_2024.csv.gz", 5000, _ => false);
        await new AreaImporter(database.Database).RunAsync(
            new AreaRequest(RepositoryFiles.OpenData("denver_neighborhoods.geojson"), city, "neighborhood", "nbhd_id", "nbhd_name") { TimeZone = "America/Denver" });
        await database.ImportAsync(path, ImportDatabase.Profile("denver"), city);

        Assert.Equal(0, await database.OneAsync<long>(city, """
            SELECT count(*) FROM geocrime.incident i
            LEFT JOIN LATERAL (
                SELECT a.id FROM geocrime.area a JOIN geocrime.area_set s ON s.id = a.area_set_id
                WHERE s.jurisdiction_id = i.jurisdiction_id AND ST_Covers(a.geom, i.geom) ORDER BY a.code COLLATE "C" LIMIT 1
            ) oracle ON true
            WHERE i.jurisdiction_id = $1 AND i.geom IS NOT NULL AND i.area_ids IS DISTINCT FROM array_remove(ARRAY[oracle.id], NULL)
            """));
    }

    [Fact]
    public async Task San_Francisco_keeps_true_repeats_and_unlocates_the_sentinel()
    {
        var seen = new HashSet<string>();
        var repeated = Lines("sf_sfpd_incidents_2003_2008.csv.gz").Where(row => !seen.Add(row)).ToHashSet();
        var path = Sample("sf_sfpd_incidents_2003_2008.csv.gz", 5000, row => repeated.Contains(row) || row.EndsWith(",-120.5,90.0", StringComparison.Ordinal));
        var rows = File.ReadLines(path).Skip(1).ToList();
        var first = await database.ImportAsync(path, ImportDatabase.Profile("san-francisco"), city, chunkRows: 2000);
        var second = await database.ImportAsync(path, ImportDatabase.Profile("san-francisco"), city);

        Assert.True(rows.Count > rows.Distinct().Count());
        Assert.Equal(new RowCounts(rows.Count, rows.Count, 0, 0, 0, 67), first.Rows);
        Assert.Equal(rows.Count, second.Rows.Duplicates);
        Assert.DoesNotContain(first.Notes.Keys, note => note.StartsWith("unmapped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chicago_rows_without_coordinates_are_accepted_unlocated()
    {
        var path = Sample("chicago_crimes_2018_h1.csv.gz", 5000, row => row.Contains(",,,2018", StringComparison.Ordinal));
        var rows = File.ReadLines(path).Skip(1).ToList();
        var summary = await database.ImportAsync(path, ImportDatabase.Profile("chicago"), city);
        Assert.Equal(new RowCounts(rows.Count, rows.Count, 0, 0, 0, 686), summary.Rows);
    }

    [Fact]
    public async Task Chicago_2022_has_area_codes_alone()
    {
        var summary = await database.ImportAsync(Sample("chicago_crimes_2022_no_coords.csv.gz", 5000, _ => false), ImportDatabase.Profile("chicago-2022"), city);
        Assert.Equal(new RowCounts(5000, 5000, 0, 0, 0, 5000), summary.Rows);
        Assert.Equal(0, await database.OneAsync<long>(city, "SELECT count(*) FROM geocrime.incident WHERE jurisdiction_id = $1 AND NOT stated_areas ? 'community-area'"));
    }

    [Fact]
    public async Task Chicago_assaults_are_in_local_time_in_spite_of_their_Z()
    {
        await database.ImportAsync(Sample("chicago_aggravated_assaults_2010_2019.csv.gz", 20_000, _ => false), ImportDatabase.Profile("chicago-assaults"), city);
        Assert.Equal("00:05:00 06:05:00", await database.OneAsync<string>(city, """
            SELECT concat_ws(' ', occurred_local::time, (occurred_from AT TIME ZONE 'UTC')::time) FROM geocrime.incident WHERE jurisdiction_id = $1 ORDER BY occurred_from LIMIT 1
            """));
        // Fewest assaults at five in the morning: the hours are those of the people.
        Assert.Equal(5, await database.OneAsync<int>(city, "SELECT extract(hour FROM occurred_local)::integer FROM geocrime.incident WHERE jurisdiction_id = $1 GROUP BY 1 ORDER BY count(*) LIMIT 1"));
    }

    [Fact]
    public async Task Carjackings_come_from_geojson_with_mangled_names()
    {
        var summary = await database.ImportAsync(RepositoryFiles.OpenData("chicago_carjackings_2020.geojson"), ImportDatabase.Profile("chicago-carjackings"), city);
        Assert.Equal(new RowCounts(1412, 1412, 0, 0, 0, 0), summary.Rows);
        Assert.Equal("JD456735 2020-12-11 23:45:00", await database.OneAsync<string>(city, """
            SELECT concat_ws(' ', incident_number, occurred_local) FROM geocrime.incident i JOIN geocrime.incident_key k ON k.id = i.id WHERE i.jurisdiction_id = $1 AND k.source_key = '12243012'
            """));
    }

    [Fact]
    public async Task Los_Angeles_has_two_columns_of_one_name_and_times_apart_from_dates()
    {
        var summary = await database.ImportAsync(RepositoryFiles.OpenData("la_lapd_crime_sample.csv.gz"), ImportDatabase.Profile("los-angeles"), city);
        Assert.Equal(new RowCounts(12_954, 12_954, 0, 0, 0, 31), summary.Rows);
        Assert.Equal("2020-10-15 20:00:00", await database.OneAsync<string>(city, """
            SELECT occurred_local::text FROM geocrime.incident i JOIN geocrime.incident_key k ON k.id = i.id WHERE i.jurisdiction_id = $1 AND k.source_key = '200815333'
            """));
        Assert.DoesNotContain(summary.Notes.Keys, note => note.StartsWith("unmapped", StringComparison.Ordinal));
    }

    /// <summary>The first rows of a published file and all that are wanted, in their order.</summary>
    private string Sample(string name, int count, Func<string, bool> wanted)
    {
        var lines = Lines(name).Where((line, number) => number <= count || wanted(line));
        return folder.Write("sample.csv", string.Join('\n', lines) + "\n");
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(RepositoryFiles.OpenData(name)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    public void Dispose() => folder.Dispose();
}
