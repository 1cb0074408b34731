namespace GeoCrime.Domain;

/// <summary>
/// What a role may see, through any door. Every read port takes one, although there is one policy so far; it is part of every cache key.
/// </summary>
/// <param name="Name">Part of every cache key.</param>
/// <param name="MinimumCount">Smaller counts are withheld; 0 shows all.</param>
/// <param name="SeesRows">Whether single incidents may be read, or only counts.</param>
public sealed record AccessPolicy(string Name, int MinimumCount, bool SeesRows)
{
    /// <summary>Loopback without accounts: everything is visible.</summary>
    public static AccessPolicy Local { get; } = new("local", 0, true);
}
