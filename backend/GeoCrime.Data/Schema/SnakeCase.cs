using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GeoCrime.Data.Schema;

/// <summary>Names columns, keys and indexes as PostgreSQL users write them: lower case with underscores.</summary>
internal static partial class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            var table = entity.GetTableName();
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Of(property.GetColumnName()));
            foreach (var key in entity.GetKeys())
                key.SetName($"{table}_pkey");
            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.SetConstraintName($"{table}_{Columns(foreignKey.Properties)}_fkey");
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName($"{table}_{Columns(index.Properties)}_idx");
        }
    }

    private static string Columns(IEnumerable<IMutableProperty> properties) =>
        string.Join('_', properties.Select(property => property.GetColumnName()));

    private static string Of(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
