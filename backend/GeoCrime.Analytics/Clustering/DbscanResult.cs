namespace GeoCrime.Analytics.Clustering;

/// <summary>Which cluster each point belongs to.</summary>
/// <param name="Labels">Shape [n]: cluster 0…Clusters−1, or <see cref="Dbscan.Noise"/>.</param>
/// <param name="Core">Shape [n]: whether enough points lie around the point.</param>
/// <param name="Clusters">Number of clusters.</param>
public sealed record DbscanResult(int[] Labels, bool[] Core, int Clusters);
