namespace GeoCrime.Analytics.Forecasting;

/// <summary>Exact Gaussian filtering of a SARIMA state space; a missing value leaves out the update.</summary>
/// <remarks>
/// Durbin and Koopman (2012), chapter 4. Once the covariance has settled it is kept until a value is missing, so long series
/// cost O(n · size) after a start of O(size²) a step.
/// </remarks>
internal sealed class KalmanFilter
{
    // Largest change of any covariance, by the variance of one step: far below what a likelihood to 10⁻⁶ feels.
    private const double Settled = 1e-13;

    // An uncertainty this large is still that of an unknown start, not of the series.
    private const double StillDiffuse = 1e4;

    private readonly SarimaxSpace space;
    private readonly double[] state;
    private readonly double[] covariance;
    private readonly double[] predicted;
    private readonly double[] gain;
    private readonly double[] product;
    private readonly double[] next;
    private double innovationVariance;
    private bool settled;

    public KalmanFilter(SarimaxSpace space)
    {
        this.space = space;
        state = new double[space.Size];
        gain = new double[space.Size];
        next = new double[space.Size];
        product = new double[space.Size * space.Size];
        covariance = space.InitialCovariance();
        predicted = (double[])covariance.Clone();
        UpdateVariance();
    }

    /// <summary>Expected value of the next step, and its variance.</summary>
    public (double Mean, double Variance) Expected => (Dot(space.Design, state), innovationVariance);

    /// <summary>Runs over values and sums the logarithm of their density.</summary>
    /// <param name="burn">Known values at the start that only fix the differences and do not count.</param>
    public (double LogLikelihood, int Counted) Run(ReadOnlySpan<double> values, int burn)
    {
        var (sum, counted, known) = (0.0, 0, 0);
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                Step(null);
                continue;
            }
            var innovation = value - Dot(space.Design, state);
            if (known++ >= burn && innovationVariance < StillDiffuse * space.Variance + StillDiffuse)
            {
                sum -= 0.5 * (Math.Log(2 * Math.PI * innovationVariance) + innovation * innovation / innovationVariance);
                counted++;
            }
            Step(innovation);
        }
        return (sum, counted);
    }

    /// <summary>One step on; without an innovation the value is missing or in the future.</summary>
    public void Step(double? innovation)
    {
        if (!settled || innovation is null)
            UpdateCovariance(innovation is not null);
        if (innovation is { } v)
            for (var i = 0; i < state.Length; i++)
                state[i] += gain[i] * v;
        for (var i = 0; i < state.Length; i++)
            next[i] = DotRow(i, state, 0);
        next.CopyTo(state, 0);
    }

    private void UpdateCovariance(bool known)
    {
        var n = space.Size;
        if (known)
        {
            // Gain = P Z / F; P ← P − gain gainᵀ F.
            for (var i = 0; i < n; i++)
                gain[i] = DotDesign(covariance.AsSpan(i * n, n)) / innovationVariance;
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++)
                    covariance[i * n + j] -= gain[i] * gain[j] * innovationVariance;
        }
        for (var i = 0; i < n; i++)
        {
            var row = product.AsSpan(i * n, n);
            row.Clear();
            foreach (var (column, value) in space.Rows[i])
                for (var j = 0; j < n; j++)
                    row[j] += value * covariance[column * n + j];
        }
        var change = 0.0;
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
            {
                var value = DotRow(j, product, i * n) + space.Disturbance[i] * space.Disturbance[j] * space.Variance;
                change = Math.Max(change, Math.Abs(value - predicted[i * n + j]));
                covariance[i * n + j] = predicted[i * n + j] = value;
            }
        UpdateVariance();
        settled = known && change < Settled * innovationVariance;
    }

    private void UpdateVariance()
    {
        var sum = 0.0;
        for (var i = 0; i < space.Size; i++)
            if (space.Design[i] != 0)
                sum += space.Design[i] * DotDesign(covariance.AsSpan(i * space.Size, space.Size));
        innovationVariance = Math.Max(sum, double.Epsilon);
    }

    private double DotDesign(ReadOnlySpan<double> row) => Dot(space.Design, row);

    private double DotRow(int row, double[] vector, int start)
    {
        var sum = 0.0;
        foreach (var (column, value) in space.Rows[row])
            sum += value * vector[start + column];
        return sum;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
