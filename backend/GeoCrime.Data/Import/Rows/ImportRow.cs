namespace GeoCrime.Data.Import.Rows;

/// <summary>One row of a source, converted: an incident to be stored, or a row to be kept aside for a reason.</summary>
internal sealed class ImportRow
{
    /// <summary>1 for the first row below the header.</summary>
    public required long Number { get; init; }

    /// <summary>What the row is known by within its source.</summary>
    public required string SourceKey { get; init; }

    /// <summary>Tells versions of the row apart.</summary>
    public required Guid ContentHash { get; init; }

    /// <summary>What the row is known by in quarantine: there every version counts.</summary>
    public required string QuarantineKey { get; init; }

    /// <summary>How the row stands to earlier ones of its chunk; set when the chunk is put together.</summary>
    public Standing Standing { get; set; }

    public QuarantineReason? Reason { get; init; }
    public string? Detail { get; init; }

    /// <summary>The row as published; only of rows kept aside, and of rows that may yet be.</summary>
    public string? Raw { get; init; }

    public Category? Category { get; init; }
    public Moment OccurredFrom { get; init; }
    public Moment? OccurredTo { get; init; }
    public Moment? ReportedAt { get; init; }
    public string? IncidentNumber { get; init; }
    public string? StatedAreas { get; init; }
    public string? Attributes { get; init; }

    /// <summary>In the source's CRS when converted, then longitude and latitude; null where unlocated.</summary>
    public (double X, double Y)? Position { get; set; }

    /// <summary>Metres in the jurisdiction's analysis CRS.</summary>
    public (double X, double Y)? Metres { get; set; }

    /// <summary>Ids of the areas that hold the position, ascending.</summary>
    public int[] AreaIds { get; set; } = [];
}

/// <summary>How a row stands to earlier ones of its chunk.</summary>
internal enum Standing : short
{
    /// <summary>Its key is new in the chunk.</summary>
    First = 0,

    /// <summary>Its key stood earlier with other content.</summary>
    OtherContent = 1,

    /// <summary>It stood earlier, key and content.</summary>
    Repeat = 2,
}
