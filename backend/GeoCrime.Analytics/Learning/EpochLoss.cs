namespace GeoCrime.Analytics.Learning;

/// <summary>One point of a loss curve.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Training">Mean loss over the training windows' known targets, dropout on, while they were passed.</param>
/// <param name="HeldBack">Mean loss over the held-back windows after the epoch; NaN where none were held back.</param>
public sealed record EpochLoss(int Epoch, double Training, double HeldBack);
