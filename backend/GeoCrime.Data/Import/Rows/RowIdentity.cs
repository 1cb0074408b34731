using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Import.Rows;

/// <summary>Gives each row the key that it is known by, and the hash of its content.</summary>
/// <remarks>
/// With an id the key is the id, and the content is what the profile reads of the row. Without one the key is the hash of all
/// its fields with its occurrence number in the file, so that true repeats stay and a second import finds them all.
/// </remarks>
internal sealed class RowIdentity
{
    private readonly int? idColumn;
    private readonly int columns;
    private readonly RowHash hash = new();
    private readonly RepeatCounter occurrences = new();

    /// <param name="columns">The columns that the rows were opened with.</param>
    public RowIdentity(SourceProfile profile, IReadOnlyList<string> columns)
    {
        idColumn = profile.Id is null ? null : columns.ToList().IndexOf(profile.Id);
        this.columns = columns.Count;
    }

    /// <summary>Must see every row of the file once, in order, also those that an earlier run stored.</summary>
    public (string SourceKey, Guid ContentHash, string QuarantineKey, bool LacksId) Of(SourceRows row)
    {
        var id = idColumn is { } column ? row.Field(column) : "";
        if (id.Length == 0)
        {
            row.AppendTo(hash);
            var content = hash.Take();
            var key = $"{content:N}#{occurrences.Next(content)}";
            return (key, content, key, idColumn is not null);
        }
        for (var index = 0; index < columns; index++)
            hash.Append(row.Field(index));
        if (row.Geometry is { } point)
            hash.Append(FormattableString.Invariant($"{point.X:R} {point.Y:R}"));
        var version = hash.Take();
        return (id, version, $"{id}@{version:N}", false);
    }
}
