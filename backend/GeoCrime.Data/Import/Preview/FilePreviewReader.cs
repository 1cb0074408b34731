using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Import.Preview;

/// <summary>Looks at the first rows of a file of incidents.</summary>
public static class FilePreviewReader
{
    private const int ShownRows = 20;
    private const int LookedAtRows = 2000;
    private const int MostColumns = 300;

    /// <param name="path">The file.</param>
    /// <param name="profiles">Folder of the profiles that may know it.</param>
    /// <exception cref="ImportException">The file is empty, binary, or neither CSV nor GeoJSON.</exception>
    public static async Task<FilePreview> ReadAsync(string path, string profiles, CancellationToken cancellationToken)
    {
        var file = await SourceFile.InspectAsync(path, cancellationToken);
        return await Task.Run(() => Read(file, SourceProfileFile.All(profiles), cancellationToken), cancellationToken);
    }

    private static FilePreview Read(SourceFile file, IReadOnlyList<SourceProfile> profiles, CancellationToken cancellationToken)
    {
        var isCsv = file.Format == SourceFormat.Csv;
        var encoding = isCsv ? TextEncodings.Guess(file) : TextEncodings.Utf8;
        var names = isCsv ? CsvRows.Header(file, encoding) : GeoJsonRows.Properties(file, LookedAtRows);
        if (names.Count > MostColumns)
            throw new ImportException(file.Name, null, $"the file has {names.Count:N0} columns; {MostColumns} are the most");
        var (rows, whole, broken, srid) = ReadRows(file, names, encoding, cancellationToken);
        var columns = names.Select((name, index) => new ColumnSample(name, [.. rows.Select(row => row[index])])).ToList();
        var guess = new RoleGuess(columns);
        return new FilePreview(
            file.Format,
            file.Gzip,
            isCsv ? file.Delimiter : null,
            encoding,
            isCsv ? null : srid,
            [.. columns.Select(column => new PreviewColumn(column.Name, column.Examples, column.FilledShare, column.Distinct, guess.Of(column.Name), guess.KindOf(column.Name)))],
            [.. rows.Take(ShownRows)],
            rows.Count,
            whole,
            broken,
            Dates(columns, guess),
            Candidates(profiles, names));
    }

    private static (List<string[]> Rows, bool Whole, string? Break, int Srid) ReadRows(SourceFile file, IReadOnlyList<string> names, string encoding, CancellationToken cancellationToken)
    {
        var read = new List<string[]>();
        using var rows = SourceRows.Peek(file, names, [], encoding);
        try
        {
            while (read.Count < LookedAtRows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!rows.Read())
                    return (read, true, null, rows.Srid);
                read.Add([.. names.Select((_, index) => rows.Field(index))]);
            }
            return (read, !rows.Read(), null, rows.Srid);
        }
        catch (ImportException error)
        {
            return (read, false, error.Row is { } row ? $"Row {row:N0}: {error.Reason}." : $"{error.Reason}.", rows.Srid);
        }
    }

    private static DateGuess? Dates(List<ColumnSample> columns, RoleGuess guess)
    {
        var fits = columns.Where(column => guess.Of(column.Name) is ColumnRole.Occurred or ColumnRole.To or ColumnRole.Reported)
            .OrderBy(column => guess.Of(column.Name)).Select(column => guess.Dates[column.Name]).ToList();
        if (fits.Count == 0)
            return null;
        // One column that tells the order tells it for all: the others are turned to it.
        var sure = fits.FirstOrDefault(fit => fit.Turned is not null && !fit.Ambiguous);
        var formats = fits.SelectMany(fit => sure is not null && fit.Ambiguous && !SameOrder(fit, sure) ? fit.Turned! : fit.Formats).Distinct().ToList();
        var turned = formats.Select(format => DateFormats.Turned(format) ?? format).ToList();
        var isOrdered = !turned.SequenceEqual(formats);
        var example = fits[0].Example;
        return new DateGuess(
            formats, isOrdered ? turned : [], sure is null && fits.Any(fit => fit.Ambiguous), fits.Any(fit => fit.Mixed), example, Reading(example, formats), isOrdered ? Reading(example, turned) : null);
    }

    private static bool SameOrder(DateFit one, DateFit other) => one.Formats[0][0] == other.Formats.First(format => DateFormats.Turned(format) is not null)[0];

    private static DateTime? Reading(string example, IEnumerable<string> formats) => formats.Select(format => DateFormats.Read(example, format)).FirstOrDefault(read => read is not null);

    private static IReadOnlyList<ProfileCandidate> Candidates(IReadOnlyList<SourceProfile> profiles, IReadOnlyList<string> names)
    {
        var present = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. profiles.Where(profile => profile.Columns().All(present.Contains))
                .OrderByDescending(profile => profile.Columns().Count)
                .Select(profile => new ProfileCandidate(profile.Code, profile.Title, profile.Publisher, profile.Jurisdiction?.Code, profile.Jurisdiction?.Name, profile.TimeZone)),
        ];
    }
}
