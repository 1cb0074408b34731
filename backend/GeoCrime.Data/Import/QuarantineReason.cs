namespace GeoCrime.Data.Import;

/// <summary>Why a row is kept aside: a stable code for programs and a sentence for people.</summary>
public sealed record QuarantineReason(string Code, string Sentence)
{
    public static readonly QuarantineReason NoDate = new("no-date", "The occurrence date is blank.");
    public static readonly QuarantineReason UnparseableDate = new("unparseable-date", "The occurrence date has none of the source's formats.");
    public static readonly QuarantineReason DateOutOfRange = new("date-out-of-range", "The occurrence date is before 1900 or later than tomorrow.");
    public static readonly QuarantineReason NoCategory = new("no-category", "The offence category is blank.");
    public static readonly QuarantineReason TooFewFields = new("too-few-fields", "The row ends before a column that is needed.");
    public static readonly QuarantineReason TooManyFields = new("too-many-fields", "The row has more fields than the header.");
    public static readonly QuarantineReason UnclosedQuote = new("unclosed-quote", "A quoted field is not closed, so that lines run together.");
    public static readonly QuarantineReason Malformed = new("malformed-record", "The record is no feature with properties.");
    public static readonly QuarantineReason IdRepeated = new("id-repeated", "The id stands earlier in the same file with other content.");

    /// <summary>All reasons, in the order in which a row is tried.</summary>
    public static IReadOnlyList<QuarantineReason> All { get; } =
        [Malformed, UnclosedQuote, TooManyFields, TooFewFields, NoDate, UnparseableDate, DateOutOfRange, NoCategory, IdRepeated];

    /// <exception cref="ArgumentException">No reason has this code.</exception>
    public static QuarantineReason Of(string code) =>
        All.FirstOrDefault(reason => reason.Code == code) ?? throw new ArgumentException($"'{code}' is no quarantine reason; known are {string.Join(", ", All.Select(reason => reason.Code))}", nameof(code));
}
