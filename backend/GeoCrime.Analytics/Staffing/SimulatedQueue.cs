namespace GeoCrime.Analytics.Staffing;

/// <summary>What a simulated queue M/M/c did.</summary>
/// <param name="MeanWait">Over all calls, in units of the mean service time.</param>
/// <param name="Lower">95 % interval of the mean wait; null where too few cycles closed to tell.</param>
/// <param name="WithinTarget">Share of calls that waited no longer than the target.</param>
/// <param name="Calls">Simulated calls.</param>
/// <param name="Cycles">Times at which a call found the queue as at the start; what happened between them is independent.</param>
public sealed record SimulatedQueue(double MeanWait, double? Lower, double? Upper, double WithinTarget, int Calls, int Cycles);
