namespace GeoCrime.Analytics.Clustering;

/// <summary>Clusters of differing density, and how firmly each point belongs.</summary>
/// <param name="Labels">Shape [n]: cluster 0…Clusters−1 in order of their first point, or <see cref="Dbscan.Noise"/>.</param>
/// <param name="Probability">Shape [n]: 1 at the cluster's core, towards 0 at its rim; 0 for noise.</param>
/// <param name="OutlierScore">Shape [n]: 0 in the densest part of the point's surroundings, towards 1 for points far from any such (GLOSH).</param>
/// <param name="Clusters">Number of clusters.</param>
public sealed record HdbscanResult(int[] Labels, double[] Probability, double[] OutlierScore, int Clusters);
