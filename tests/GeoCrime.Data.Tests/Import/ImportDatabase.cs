using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Import;

/// <summary>A database for one class of tests; each test imports into a jurisdiction of its own.</summary>
public sealed class ImportDatabase(PostGisFixture postGis) : IAsyncLifetime
{
    private int jurisdictions;

    public GeoCrimeDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await postGis.CreateDatabaseAsync();

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>A code that no other test of the class has.</summary>
    public string NewJurisdiction() => $"city{Interlocked.Increment(ref jurisdictions)}";

    public static SourceProfile Profile(string code) => SourceProfileFile.Load(code, Path.Combine(RepositoryFiles.Root, "gis-data", "sources"));

    public Task<ImportSummary> ImportAsync(string path, SourceProfile profile, string jurisdiction, int chunkRows = 20_000) =>
        new Importer(Database).RunAsync(new ImportRequest(path, profile, jurisdiction) { ChunkRows = chunkRows });

    /// <summary>The first column of the rows; $1 is bound to the jurisdiction's id.</summary>
    public async Task<List<T>> ReadAsync<T>(string jurisdiction, string sql)
    {
        await using var command = Database.Source.CreateCommand(sql.Replace("$1", "(SELECT id FROM geocrime.jurisdiction WHERE code = $1)"));
        command.Parameters.AddWithValue(jurisdiction);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(await reader.GetFieldValueAsync<T>(0));
        return rows;
    }

    public async Task<T> OneAsync<T>(string jurisdiction, string sql) => Assert.Single(await ReadAsync<T>(jurisdiction, sql));

    public Task<long> IncidentsAsync(string jurisdiction) => OneAsync<long>(jurisdiction, "SELECT count(*) FROM geocrime.incident WHERE jurisdiction_id = $1");

    public Task<long> VersionAsync(string jurisdiction) => OneAsync<long>(jurisdiction, "SELECT data_version FROM geocrime.jurisdiction WHERE id = $1");

    /// <summary>All that is stored of the incidents, in an order of its own: equal texts mean equal states.</summary>
    public async Task<string> StateAsync(string jurisdiction) => string.Join('\n', await ReadAsync<string>(jurisdiction, """
        SELECT concat_ws('|', k.source_key, k.content_hash, k.local_year, i.batch_id, c.code, i.occurred_from, i.occurred_local, i.occurred_to, i.reported_at,
            ST_AsText(i.geom), round(i.x::numeric, 3), i.incident_number, i.area_ids, i.stated_areas, i.attributes)
        FROM geocrime.incident i JOIN geocrime.incident_key k ON k.id = i.id AND k.local_year = i.local_year JOIN geocrime.offence_category c ON c.id = i.category_id
        WHERE i.jurisdiction_id = $1 ORDER BY 1
        """));
}
