namespace GeoCrime.Data.Import.Preview;

/// <summary>What an import would make of a file's first rows. Nothing is stored.</summary>
/// <param name="Rows">Rows looked at, at most 10,000.</param>
/// <param name="Whole">Whether these are all rows of the file.</param>
/// <param name="Accepted">Rows that would be stored, those that are stored already included.</param>
/// <param name="Repeats">Rows that stand earlier in the file, id and content.</param>
/// <param name="Located">Of the accepted, those with a usable position.</param>
/// <param name="Reasons">Why rows would be set aside, from the commonest.</param>
/// <param name="Notes">Peculiarities of accepted rows.</param>
/// <param name="Categories">Offences, from the commonest.</param>
/// <param name="From">Civil time of the earliest accepted row; <paramref name="To"/>: of the latest.</param>
/// <param name="Points">Up to 500 positions in longitude and latitude, spread over the rows.</param>
/// <param name="AnalysisSrid">EPSG code of the metric CRS that distances will be computed in; null while no row is located.</param>
/// <param name="TimeZone">The zone whose principal city is nearest; null where none is known.</param>
/// <param name="Advice">What looks wrong and what would mend it, in whole sentences.</param>
public sealed record ImportTrial(
    int Rows, bool Whole, int Accepted, int Repeats, int Located, IReadOnlyList<ReasonCount> Reasons, IReadOnlyDictionary<string, long> Notes,
    IReadOnlyList<CategoryShare> Categories, DateTime? From, DateTime? To, IReadOnlyList<(double Longitude, double Latitude)> Points, int? AnalysisSrid, string? TimeZone,
    IReadOnlyList<string> Advice);

/// <param name="Mapped">A rule of the profile gave it.</param>
public sealed record CategoryShare(string Label, int Rows, bool Mapped);
