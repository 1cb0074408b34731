namespace GeoCrime.Domain.Ports;

/// <summary>Reads figures of days: events and weather.</summary>
public interface IDayFigures
{
    /// <summary>Events first, then weather, each in order of their names; empty where none are loaded.</summary>
    Task<IReadOnlyList<DayFigure>> LoadAsync(string jurisdiction, AccessPolicy policy, CancellationToken cancellationToken);
}
