using System.Globalization;
using GeoCrime.Data.Import.Preview;
using GeoCrime.Data.Import.Reading;
using GeoCrime.Data.Import.Uploads;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class UploadNode(Upload upload, FilePreview preview)
{
    public string Id => upload.Id;
    public string Name => upload.Name;
    public double Bytes => upload.Bytes;
    public SourceFormat Format => preview.Format;
    public bool Gzip => preview.Gzip;
    public string? Delimiter => preview.Delimiter?.ToString();
    public string Encoding => preview.Encoding;
    public string? Crs => preview.Crs is { } srid ? $"EPSG:{srid}" : null;
    public IReadOnlyList<PreviewColumn> Columns => preview.Columns;
    public IReadOnlyList<IReadOnlyList<string>> Rows => preview.Rows;
    public int RowsLookedAt => preview.RowsLookedAt;
    public bool Whole => preview.Whole;
    public string? Broken => preview.Break;
    public DateGuessNode? Dates => preview.Dates is { } dates ? new DateGuessNode(dates) : null;
    public IReadOnlyList<ProfileCandidate> Profiles => preview.Profiles;

    /// <summary>Civil time to the minute.</summary>
    public static string? Civil(DateTime? time) => time?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}

public sealed class DateGuessNode(DateGuess guess)
{
    public IReadOnlyList<string> Formats => guess.Formats;
    public IReadOnlyList<string> Turned => guess.Turned;
    public bool Ambiguous => guess.Ambiguous;
    public bool Mixed => guess.Mixed;
    public string Example => guess.Example;
    public string? Reading => UploadNode.Civil(guess.Reading);
    public string? TurnedReading => UploadNode.Civil(guess.TurnedReading);
}
