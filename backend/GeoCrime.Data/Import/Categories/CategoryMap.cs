using GeoCrime.Data.Import.Writing;
using GeoCrime.Data.Schema;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.Categories;

/// <summary>What somebody says of one offence category.</summary>
/// <param name="Severity">Weight in 1–100.</param>
/// <param name="OfficerInitiated">Counts follow patrol activity; null leaves it as it is.</param>
public sealed record CategoryEdit(string Code, string Label, string Group, double Severity, bool? OfficerInitiated = null);

/// <summary>Changes labels, groups and severity weights by hand. Later imports leave what was changed.</summary>
public sealed class CategoryMap(GeoCrimeDatabase database)
{
    public const int LongestLabel = 80;
    public const int LongestGroup = 40;
    public const double LeastSeverity = 1;
    public const double MostSeverity = 100;

    private const string UpdateSql = """
        UPDATE geocrime.offence_category SET label = $3, "group" = $4, severity = $5, officer_initiated = coalesce($6, officer_initiated), edited = true
        WHERE jurisdiction_id = $1 AND code = $2
            AND (label, "group", severity, officer_initiated) IS DISTINCT FROM ($3, $4, $5::double precision, coalesce($6, officer_initiated))
        """;

    /// <summary>Stores all edits in one transaction, which raises the data version once; edits that change nothing do not count.</summary>
    /// <returns>How many categories changed.</returns>
    /// <exception cref="ImportException">A code is unknown or stands twice, or a value is out of range; nothing is changed.</exception>
    public async Task<int> SaveAsync(string jurisdiction, IReadOnlyList<CategoryEdit> edits, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var row = await context.Jurisdictions.AsNoTracking().SingleOrDefaultAsync(each => each.Code == jurisdiction, cancellationToken)
            ?? throw new ImportException("categories", null, $"there is no jurisdiction '{jurisdiction}'");
        var known = await context.OffenceCategories.Where(category => category.JurisdictionId == row.Id).Select(category => category.Code).ToListAsync(cancellationToken);
        Check(edits, known);
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var changed = 0;
        foreach (var edit in edits)
            changed += await UpdateAsync(connection, row.Id, edit, cancellationToken);
        if (changed > 0)
        {
            await using var touch = new NpgsqlCommand(MergeSql.Touch, connection)
            {
                // No year of incidents has changed.
                Parameters = { new() { Value = row.Id }, new() { Value = Array.Empty<short>(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint } },
            };
            await touch.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    /// <summary>The categories of a jurisdiction as edits that would leave them as they are, by code.</summary>
    /// <exception cref="ImportException">There is no such jurisdiction.</exception>
    public async Task<IReadOnlyList<CategoryEdit>> ReadAsync(string jurisdiction, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        if (!await context.Jurisdictions.AnyAsync(each => each.Code == jurisdiction, cancellationToken))
            throw new ImportException("categories", null, $"there is no jurisdiction '{jurisdiction}'");
        return await (
            from category in context.OffenceCategories.AsNoTracking()
            join owner in context.Jurisdictions on category.JurisdictionId equals owner.Id
            where owner.Code == jurisdiction
            orderby category.Code
            select new CategoryEdit(category.Code, category.Label, category.Group, category.Severity, category.OfficerInitiated)).ToListAsync(cancellationToken);
    }

    private static void Check(IReadOnlyList<CategoryEdit> edits, List<string> known)
    {
        if (edits.GroupBy(edit => edit.Code).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Wrong(twice.Key, "stands twice");
        foreach (var edit in edits)
        {
            if (!known.Contains(edit.Code))
                throw Wrong(edit.Code, $"is unknown; there are {string.Join(", ", known.Order(StringComparer.Ordinal).Take(20))}{(known.Count > 20 ? " and others" : "")}");
            if (string.IsNullOrWhiteSpace(edit.Label) || edit.Label.Length > LongestLabel)
                throw Wrong(edit.Code, $"needs a label of 1–{LongestLabel} characters");
            if (edit.Group.Length is 0 or > LongestGroup || edit.Group != Slug.Of(edit.Group))
                throw Wrong(edit.Code, $"has the group '{edit.Group}'; a group is 1–{LongestGroup} lower-case letters, digits and hyphens, such as 'property'");
            if (edit.Severity is not (>= LeastSeverity and <= MostSeverity))
                throw Wrong(edit.Code, FormattableString.Invariant($"has severity {edit.Severity}, which is not in {LeastSeverity}–{MostSeverity}"));
        }
    }

    private static ImportException Wrong(string code, string what) => new("categories", null, $"category '{code}' {what}");

    private static async Task<int> UpdateAsync(NpgsqlConnection connection, int jurisdiction, CategoryEdit edit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(UpdateSql, connection)
        {
            Parameters =
            {
                new() { Value = jurisdiction }, new() { Value = edit.Code }, new() { Value = edit.Label.Trim() }, new() { Value = edit.Group }, new() { Value = edit.Severity },
                new() { Value = (object?)edit.OfficerInitiated ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean },
            },
        };
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
