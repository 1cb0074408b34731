using GeoCrime.Data;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Areas;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Studies.SampleCity;
using GeoCrime.Tests;

[assembly: AssemblyFixture(typeof(GeoCrime.Api.Tests.Servers))]

namespace GeoCrime.Api.Tests;

/// <summary>One PostGIS for all tests of this assembly, and servers on it: each data set is loaded once, when the first test asks for it.</summary>
public sealed class Servers : IAsyncLifetime
{
    private readonly PostGisFixture postGis = new();
    private readonly Lazy<Task<TestServer>> sample;
    private readonly Lazy<Task<TestServer>> denver;
    private readonly Lazy<Task<TestServer>> town;

    public Servers()
    {
        sample = new(() => StartAsync(LoadSampleAsync));
        denver = new(() => StartAsync(LoadDenverAsync));
        town = new(() => StartAsync(database => SmallTown.LoadAsync(database, 730)));
    }

    private static string Profiles => Path.Combine(RepositoryFiles.Root, "gis-data", "sources");

    /// <summary>The made-up sample city: jurisdiction <c>sample</c> with precincts and districts.</summary>
    public Task<TestServer> SampleAsync() => sample.Value;

    /// <summary>Denver's published records of 2019–2024: jurisdiction <c>denver</c> with neighborhoods. The calling test is skipped where the file is absent.</summary>
    public Task<TestServer> DenverAsync()
    {
        RepositoryFiles.OpenData("denver_crime_2019_2024.csv.gz");
        return denver.Value;
    }

    /// <summary>The town of <see cref="SmallTown"/>, for tests of the server itself.</summary>
    public Task<TestServer> TownAsync() => town.Value;

    /// <summary>A database of a test's own.</summary>
    public Task<GeoCrimeDatabase> CreateDatabaseAsync() => postGis.CreateDatabaseAsync();

    public ValueTask InitializeAsync() => postGis.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { sample, denver, town })
            if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            {
                await server.Value.Result.DisposeAsync();
                await server.Value.Result.Database.DisposeAsync();
            }
        await postGis.DisposeAsync();
    }

    private async Task<TestServer> StartAsync(Func<GeoCrimeDatabase, Task> load)
    {
        var database = await postGis.CreateDatabaseAsync();
        await load(database);
        return await TestServer.StartAsync(database);
    }

    private static async Task LoadSampleAsync(GeoCrimeDatabase database)
    {
        var folder = TestFolder.Create("sample");
        SampleCityFiles.Write(SampleCityGenerator.Generate(1), folder);
        foreach (var kind in new[] { "precinct", "district" })
            await new AreaImporter(database).RunAsync(new AreaRequest(Path.Combine(folder, $"{kind}s.geojson"), City.Code, kind, "code", "name")
            {
                JurisdictionName = City.Name,
                TimeZone = City.TimeZone,
                PopulationProperty = "population",
                Synthetic = true,
            });
        await new Importer(database).RunAsync(
            new ImportRequest(Path.Combine(folder, "incidents.csv.gz"), SourceProfileFile.Load("sample-city", Profiles), City.Code) { Name = City.Name, Synthetic = true });
        Directory.Delete(folder, recursive: true);
    }

    private static async Task LoadDenverAsync(GeoCrimeDatabase database)
    {
        await new AreaImporter(database).RunAsync(new AreaRequest(RepositoryFiles.OpenData("denver_neighborhoods.geojson"), "denver", "neighborhood", "nbhd_name", "nbhd_name")
        {
            SlugCodes = true,
            JurisdictionName = "Denver",
            TimeZone = "America/Denver",
        });
        await new Importer(database).RunAsync(
            new ImportRequest(RepositoryFiles.OpenData("denver_crime_2019_2024.csv.gz"), SourceProfileFile.Load("denver", Profiles), "denver"));
    }
}
