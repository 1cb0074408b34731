using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using GeoCrime.Studies.SampleCity;
using GeoCrime.Tests;

namespace GeoCrime.Studies.Tests.SampleCity;

public sealed class SampleCityFilesTests(SampleCityFilesTests.WrittenCity written) : IClassFixture<SampleCityFilesTests.WrittenCity>
{
    // Seed 1, made on Linux x64 with .NET 10.0; it changes when the generator is changed on purpose, never by machine.
    private const string Seed1 = "2b6ef5fc08b2bb1db96687735498d9b3125d74280a0ecee3cf5e5e76f140c021";

    private readonly string folder = written.Folder;

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_other_ones()
    {
        string second = Path.Combine(folder, "second"), other = Path.Combine(folder, "other");
        SampleCityFiles.Write(SampleCityGenerator.Generate(1), second);
        SampleCityFiles.Write(SampleCityGenerator.Generate(2), other);
        foreach (var name in SampleCityFiles.Names)
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, name));
            Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(second, name))), name);
            Assert.False(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(other, name))), name);
        }
        Assert.Equal(Seed1, Truth(folder).RootElement.GetProperty("incidentsCsvSha256").GetString());
    }

    [Fact]
    public void The_incident_file_reads_back_as_the_rows()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "incidents.csv.gz")), CompressionMode.Decompress));
        Assert.Equal(
            "incident_id,offence_code,occurred_from,occurred_to,reported_at,longitude,latitude,block_address,precinct,district,resolution",
            reader.ReadLine());
        foreach (var row in SharedCity.City.Incidents)
        {
            var fields = reader.ReadLine()!.Split(',');
            Assert.Equal(11, fields.Length);
            Assert.Equal(row.UnreadableDate ?? Text(row.OccurredFrom), fields[2]);
            Assert.Equal(row.OccurredTo is { } to ? Text(to) : "", fields[3]);
            Assert.Equal(Text(row.ReportedAt), fields[4]);
            Assert.Equal(row.Position?.Longitude, fields[5].Length == 0 ? null : double.Parse(fields[5]));
            Assert.Equal(row.Position?.Latitude, fields[6].Length == 0 ? null : double.Parse(fields[6]));
            Assert.Equal([row.Id, row.Offence, row.Address, row.Precinct, row.District, row.Resolution], [fields[0], fields[1], .. fields[7..]]);
        }
        Assert.Null(reader.ReadLine());

        static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Every_json_file_says_that_it_is_synthetic()
    {
        foreach (var name in SampleCityFiles.Names.Where(n => n.EndsWith("json", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name)));
            Assert.True(json.RootElement.GetProperty("synthetic").GetBoolean());
            if (json.RootElement.TryGetProperty("features", out var features))
                Assert.All(features.EnumerateArray(), f => Assert.True(f.GetProperty("properties").GetProperty("synthetic").GetBoolean()));
        }
    }

    [Fact]
    public void The_truth_names_hot_spots_contagion_dirt_and_expected_counts()
    {
        using var truth = Truth(folder);
        var root = truth.RootElement;
        Assert.Equal(1, root.GetProperty("seed").GetInt32());
        Assert.Equal(SharedCity.City.Incidents.Length, root.GetProperty("rows").GetInt32());
        Assert.Equal(["appears", "moves", "fades"], root.GetProperty("hotSpots").EnumerateArray().Select(h => h.GetProperty("code").GetString()));
        Assert.Equal(0.25, root.GetProperty("nearRepeats").GetProperty("expectedOffspring").GetDouble());
        Assert.Equal(SharedCity.City.Truth.Dirt.Sentinel, root.GetProperty("dirt").GetProperty("sentinel").GetInt32());
        Assert.Equal(24, root.GetProperty("precincts").GetArrayLength());
        Assert.All(root.GetProperty("precincts").EnumerateArray(), p => Assert.True(p.GetProperty("expectedIncidents").GetProperty("total").GetDouble() > 1000));
    }

    [Fact]
    public void A_cancelled_write_leaves_no_truth_and_no_temporary_file()
    {
        var half = Directory.CreateDirectory(Path.Combine(folder, "half")).FullName;
        File.WriteAllText(Path.Combine(half, "truth.json"), "{}");
        File.WriteAllText(Path.Combine(half, "README.md"), "stays");
        Assert.Throws<OperationCanceledException>(() => SampleCityFiles.Write(SharedCity.City, half, new CancellationToken(canceled: true)));
        Assert.Equal(["README.md"], Directory.EnumerateFiles(half).Select(Path.GetFileName));
    }

    [Fact]
    public void The_source_profile_lists_the_offences_as_they_are()
    {
        using var profile = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(GeoCrime.Tests.RepositoryFiles.Root, "gis-data", "sources", "sample-city.json")));
        var listed = profile.RootElement.GetProperty("categories").EnumerateArray().Select(c => (
            c.GetProperty("match").GetString(), c.GetProperty("code").GetString(), c.GetProperty("label").GetString(),
            c.GetProperty("group").GetString(), c.GetProperty("severity").GetDouble(), c.GetProperty("officerInitiated").GetBoolean()));
        Assert.Equal(OffenceTable.All.Select(o => ((string?)o.Code, (string?)o.Code, (string?)o.Label, (string?)o.Group, o.Severity, o.OfficerInitiated)), listed);
        Assert.Equal(City.TimeZone, profile.RootElement.GetProperty("timeZone").GetString());
        Assert.Equal(City.Code, profile.RootElement.GetProperty("jurisdiction").GetProperty("code").GetString());
    }

    private static JsonDocument Truth(string where) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(where, "truth.json")));

    /// <summary>The shared city, written once for all tests of this class.</summary>
    public sealed class WrittenCity : IDisposable
    {
        public WrittenCity() => SampleCityFiles.Write(SharedCity.City, Folder);

        public string Folder { get; } = TestFolder.Create("sample-city");

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
