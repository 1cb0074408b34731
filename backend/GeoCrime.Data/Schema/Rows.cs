using NetTopologySuite.Geometries;

namespace GeoCrime.Data.Schema;

#pragma warning disable CS1591 // Each class is one table; its columns are described in docs/data-model.md.

public sealed class JurisdictionRow
{
    public int Id { get; set; }
    public required string Code { get; set; }
    public required string Name { get; set; }
    public required string TimeZone { get; set; }
    public int AnalysisSrid { get; set; }
    public bool Synthetic { get; set; }

    /// <summary>Drawn once; part of every data version, so that a database made anew never repeats one.</summary>
    public Guid Instance { get; set; }

    /// <summary>Rises with every change of incidents, area sets, category maps or context.</summary>
    public long DataVersion { get; set; }
    public DateOnly? CompleteThrough { get; set; }
    public int? ReportingDelayDays { get; set; }
    public DateTime? ImportedAt { get; set; }
}

public sealed class SourceRow
{
    public int Id { get; set; }
    public int JurisdictionId { get; set; }
    public required string Code { get; set; }
    public required string Title { get; set; }
}

public sealed class OffenceCategoryRow
{
    public int Id { get; set; }
    public int JurisdictionId { get; set; }
    public required string Code { get; set; }
    public required string Label { get; set; }
    public required string Group { get; set; }
    public double Severity { get; set; }
    public bool OfficerInitiated { get; set; }

    /// <summary>Somebody set label, group or severity by hand: imports leave them.</summary>
    public bool Edited { get; set; }
}

public sealed class AreaSetRow
{
    public int Id { get; set; }
    public int JurisdictionId { get; set; }
    public required string Kind { get; set; }
    public required string Label { get; set; }
    public required string Source { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public DateTime LoadedAt { get; set; }

    /// <summary>One set a kind is current: the one that incidents are joined to.</summary>
    public bool Current { get; set; }
}

public sealed class AreaRow
{
    public int Id { get; set; }
    public int AreaSetId { get; set; }
    public required string Code { get; set; }
    public required string Name { get; set; }
    public required MultiPolygon Geometry { get; set; }
    public double SquareKilometres { get; set; }
    public int? Population { get; set; }
    public string? Attributes { get; set; }
}

public sealed class ImportBatchRow
{
    public int Id { get; set; }
    public int JurisdictionId { get; set; }
    public int SourceId { get; set; }
    public required string FileName { get; set; }
    public required byte[] FileSha256 { get; set; }

    /// <summary>running, stopped, finished, failed or undone.</summary>
    public required string State { get; set; }
    public long RowsRead { get; set; }
    public long Accepted { get; set; }
    public long Corrected { get; set; }
    public long Quarantined { get; set; }
    public long Duplicates { get; set; }
    public long Unlocated { get; set; }
    public string? Notes { get; set; }
    public string? Error { get; set; }
    public DateTime StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
}

public sealed class QuarantineRow
{
    public long Id { get; set; }
    public int BatchId { get; set; }
    public int SourceId { get; set; }
    public required string SourceKey { get; set; }
    public long RowNumber { get; set; }
    public required string Reason { get; set; }
    public string? Detail { get; set; }
    public required string Raw { get; set; }
}

public sealed class IncidentKeyRow
{
    public long Id { get; set; }
    public int JurisdictionId { get; set; }
    public int SourceId { get; set; }
    public required string SourceKey { get; set; }
    public short LocalYear { get; set; }
    public Guid ContentHash { get; set; }
}

public sealed class RunRow
{
    public required string Id { get; set; }
    public int? JurisdictionId { get; set; }
    public required string Study { get; set; }
    public required string State { get; set; }
    public required string Parameters { get; set; }
    public string? DatasetVersion { get; set; }
    public required string CodeVersion { get; set; }
    public int? Seed { get; set; }
    public DateTime QueuedAt { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public double Progress { get; set; }
    public string? Metrics { get; set; }
    public string? Error { get; set; }
}

public sealed class ForecastRow
{
    public required string RunId { get; set; }
    public required string AreaKind { get; set; }
    public required string AreaCode { get; set; }

    /// <summary>Points, total, scorecard and errors by origin, as JSON.</summary>
    public required string Result { get; set; }
}

/// <summary>A trained network: of one area, or with an empty code of all areas of the kind.</summary>
public sealed class ModelRow
{
    public required string RunId { get; set; }
    public required string AreaKind { get; set; }
    public required string AreaCode { get; set; }

    /// <summary>Safetensors, with scaler, architecture, place, data version and seed in its metadata.</summary>
    public required byte[] File { get; set; }
}

/// <summary>A training of a run between two epochs; dropped when the run ends.</summary>
public sealed class TrainingCheckpointRow
{
    public required string RunId { get; set; }
    public required string Training { get; set; }
    public required byte[] File { get; set; }
}

/// <summary>One published row of a source; partitioned by jurisdiction, then by local year (see the first migration).</summary>
public sealed class IncidentRow
{
    public long Id { get; set; }
    public int JurisdictionId { get; set; }
    public short LocalYear { get; set; }
    public int BatchId { get; set; }
    public int CategoryId { get; set; }
    public DateTime OccurredFrom { get; set; }
    public DateTime OccurredLocal { get; set; }
    public DateTime? OccurredTo { get; set; }
    public DateTime? OccurredToLocal { get; set; }
    public DateTime? ReportedAt { get; set; }
    public Point? Geometry { get; set; }

    /// <summary>Metres in the jurisdiction's analysis CRS.</summary>
    public double? X { get; set; }
    public double? Y { get; set; }
    public string? IncidentNumber { get; set; }

    /// <summary>Ids of the current areas that hold the point, at most one a kind.</summary>
    public int[]? AreaIds { get; set; }
    public string? StatedAreas { get; set; }
    public string? Attributes { get; set; }
}

/// <summary>A planned figure of a local day: a game, a festival, school holidays.</summary>
public sealed class EventDayRow
{
    public int JurisdictionId { get; set; }
    public required string Name { get; set; }
    public DateOnly Day { get; set; }
    public double Value { get; set; }
}

/// <summary>A measured figure of a local day: temperature, rain.</summary>
public sealed class WeatherDayRow
{
    public int JurisdictionId { get; set; }
    public required string Name { get; set; }
    public DateOnly Day { get; set; }
    public double Value { get; set; }
}

/// <summary>A figure about an area that is no incident: residents of a group, income, rent.</summary>
public sealed class IndicatorRow
{
    public int JurisdictionId { get; set; }
    public required string AreaKind { get; set; }
    public required string Code { get; set; }
    public required string AreaCode { get; set; }
    public required string Label { get; set; }
    public double Value { get; set; }
}

/// <summary>A place that is no incident but may draw some: a bar, a licence, a transit stop.</summary>
public sealed class PlaceRow
{
    public int JurisdictionId { get; set; }
    public required string Kind { get; set; }

    /// <summary>The source's own id, or one made of the row.</summary>
    public required string SourceId { get; set; }
    public required string KindLabel { get; set; }
    public string? Name { get; set; }
    public required Point Geometry { get; set; }
}
