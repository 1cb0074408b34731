namespace GeoCrime.Data.Import.Uploads;

/// <summary>Why a file is not taken.</summary>
public enum UploadFault
{
    Empty,
    TooLarge,
    DiskFull,
}

/// <summary>A file that is not taken; the message is for its sender.</summary>
public sealed class UploadException(UploadFault fault, string message) : Exception(message)
{
    public UploadFault Fault { get; } = fault;
}
