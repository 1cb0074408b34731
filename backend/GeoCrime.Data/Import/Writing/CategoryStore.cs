using GeoCrime.Data.Import.Rows;
using Npgsql;

namespace GeoCrime.Data.Import.Writing;

/// <summary>Gives categories their ids, adding and updating them as the profile says.</summary>
internal sealed class CategoryStore(int jurisdiction)
{
    // A value without a rule never overwrites what a rule, of this or another source, said of the same code; no rule overwrites what was set by hand.
    private const string UpsertSql = """
        INSERT INTO geocrime.offence_category AS c (jurisdiction_id, code, label, "group", severity, officer_initiated)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (jurisdiction_id, code) DO UPDATE
            SET label = excluded.label, "group" = excluded."group", severity = excluded.severity, officer_initiated = excluded.officer_initiated
            WHERE $7 AND NOT c.edited AND (c.label, c."group", c.severity, c.officer_initiated)
                IS DISTINCT FROM (excluded.label, excluded."group", excluded.severity, excluded.officer_initiated)
        """;

    private const string IdSql = "SELECT id FROM geocrime.offence_category WHERE jurisdiction_id = $1 AND code = $2";

    private readonly Dictionary<string, int> ids = [];

    public int IdOf(Category category) => ids[category.Code];

    /// <summary>Stores the categories not seen before in this import.</summary>
    /// <returns>Whether the jurisdiction's categories changed.</returns>
    public async Task<bool> StoreAsync(NpgsqlConnection connection, IEnumerable<Category> categories, CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var category in categories.Where(category => !ids.ContainsKey(category.Code)).DistinctBy(category => category.Code).ToList())
        {
            await using var upsert = new NpgsqlCommand(UpsertSql, connection)
            {
                Parameters =
                {
                    new() { Value = jurisdiction }, new() { Value = category.Code }, new() { Value = category.Label }, new() { Value = category.Group },
                    new() { Value = category.Severity }, new() { Value = category.OfficerInitiated }, new() { Value = category.Mapped },
                },
            };
            changed |= await upsert.ExecuteNonQueryAsync(cancellationToken) > 0;
            await using var find = new NpgsqlCommand(IdSql, connection) { Parameters = { new() { Value = jurisdiction }, new() { Value = category.Code } } };
            ids[category.Code] = (int)(await find.ExecuteScalarAsync(cancellationToken))!;
        }
        return changed;
    }
}
