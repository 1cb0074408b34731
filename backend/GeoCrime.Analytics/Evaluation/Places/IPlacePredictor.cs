namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>Says which cells will hold the most events.</summary>
public interface IPlacePredictor
{
    string Name { get; }

    /// <summary>A number a cell; more events are expected where it is higher. Only the order counts.</summary>
    /// <param name="past">What is known at the origin.</param>
    /// <param name="horizonDays">How far ahead, &gt; 0.</param>
    /// <param name="cancellation">Looked at while fitting.</param>
    /// <returns>Shape [cells]; finite.</returns>
    double[] Score(PlaceHistory past, double horizonDays, CancellationToken cancellation = default);
}
