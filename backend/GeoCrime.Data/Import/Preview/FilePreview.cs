using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Import.Preview;

/// <summary>What a file looks like, and how it is probably to be read.</summary>
/// <param name="Delimiter">What separates the fields of a CSV file; null for GeoJSON.</param>
/// <param name="Encoding">As IANA names it.</param>
/// <param name="Crs">EPSG code that a GeoJSON file states, or 4326; null where columns hold the position.</param>
/// <param name="Rows">The first 20, a text for each column.</param>
/// <param name="RowsLookedAt">How many rows the guesses rest on.</param>
/// <param name="Whole">Whether these are all rows of the file.</param>
/// <param name="Break">What breaks the file off within the rows looked at; null where nothing does.</param>
/// <param name="Profiles">Profiles that know all their columns in this file, the most exact first.</param>
public sealed record FilePreview(
    SourceFormat Format, bool Gzip, char? Delimiter, string Encoding, int? Crs, IReadOnlyList<PreviewColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows,
    int RowsLookedAt, bool Whole, string? Break, DateGuess? Dates, IReadOnlyList<ProfileCandidate> Profiles);

/// <param name="Examples">The first three different values.</param>
/// <param name="Filled">Share of the rows that are not blank, 0–1.</param>
/// <param name="AreaKind">What kind of area the column names; null but for the role of an area.</param>
public sealed record PreviewColumn(string Name, IReadOnlyList<string> Examples, double Filled, int Distinct, ColumnRole? Role, string? AreaKind);

/// <summary>How the file's dates are probably to be read.</summary>
/// <param name="Formats">.NET format strings.</param>
/// <param name="Turned">The same with day and month in the other order; empty where the order is beyond doubt.</param>
/// <param name="Ambiguous">No date tells which order it is.</param>
/// <param name="Mixed">Both orders occur: the rows of one of them will be misread or set aside.</param>
/// <param name="Reading">The example as read; <paramref name="TurnedReading"/>: in the other order, null where it cannot be.</param>
public sealed record DateGuess(
    IReadOnlyList<string> Formats, IReadOnlyList<string> Turned, bool Ambiguous, bool Mixed, string Example, DateTime? Reading, DateTime? TurnedReading);

/// <summary>A profile of gis-data/sources that fits the file's header.</summary>
public sealed record ProfileCandidate(string Code, string Title, string? Publisher, string? Jurisdiction, string? JurisdictionName, string TimeZone);
