namespace GeoCrime.Analytics.Learning;

/// <summary>An iteration ended without an answer.</summary>
public sealed class NonConvergenceException(string message, int iterations, double tolerance, double residual)
    : Exception($"{message} (iterations {iterations}, tolerance {tolerance:g3}, residual {residual:g3})")
{
    public int Iterations { get; } = iterations;

    public double Tolerance { get; } = tolerance;

    public double Residual { get; } = residual;
}
