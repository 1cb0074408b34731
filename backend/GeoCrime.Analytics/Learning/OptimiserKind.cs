namespace GeoCrime.Analytics.Learning;

/// <summary>How a training changes the parameters.</summary>
public enum OptimiserKind
{
    Adam,

    /// <summary>Adam with decoupled weight decay.</summary>
    AdamW,

    /// <summary>Stochastic gradient descent with momentum.</summary>
    GradientDescent,
}
