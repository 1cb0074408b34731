using MathNet.Numerics.LinearAlgebra;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>
/// The state-space form of a SARIMA model. State: the series one step back (d values of it and its differences), the
/// once-differenced series 1 … s steps back (where D = 1), then the ARMA part in Harvey's form.
/// </summary>
/// <remarks>Harvey (1989), section 3.4; the same states and initialisation as statsmodels' SARIMAX, so likelihoods agree.</remarks>
internal sealed class SarimaxSpace
{
    private const double DiffuseVariance = 1e6;
    private readonly int arma;
    private readonly int armaStates;

    public SarimaxSpace(SarimaxOrder order, SarimaxParameters parameters)
    {
        arma = order.Differences;
        armaStates = order.ArmaStates;
        Size = arma + armaStates;
        Design = new double[Size];
        Rows = new (int Column, double Value)[Size][];
        FillDifferences(order);
        FillArma(parameters.FullAr(order));
        Disturbance = new double[Size];
        Disturbance[arma] = 1;
        parameters.FullMa(order).CopyTo(Disturbance, arma + 1);
        Variance = parameters.Variance;
    }

    /// <summary>Length of the state.</summary>
    public int Size { get; }

    /// <summary>Z: the count is this combination of the state.</summary>
    public double[] Design { get; }

    /// <summary>T by rows, without its zeros.</summary>
    public (int Column, double Value)[][] Rows { get; }

    /// <summary>R: how the one disturbance enters.</summary>
    public double[] Disturbance { get; }

    /// <summary>The disturbance's variance.</summary>
    public double Variance { get; }

    /// <summary>Covariance before the first step: diffuse for the differences, stationary for the ARMA part; shape [size, size].</summary>
    public double[] InitialCovariance()
    {
        var covariance = new double[Size * Size];
        for (var i = 0; i < arma; i++)
            covariance[i * Size + i] = DiffuseVariance;
        var stationary = StationaryCovariance();
        for (var i = 0; i < armaStates; i++)
            for (var j = 0; j < armaStates; j++)
                covariance[(arma + i) * Size + arma + j] = stationary[i, j];
        return covariance;
    }

    private void FillDifferences(SarimaxOrder order)
    {
        var rows = new List<(int, double)>[arma];
        var season = order.SeasonalD * order.Season;
        for (var i = 0; i < order.D; i++)
        {
            Design[i] = 1;
            rows[i] = [.. Enumerable.Range(i, order.D - i).Select(j => (j, 1.0))];
            if (season > 0)
                rows[i].Add((arma - 1, 1));
            rows[i].Add((arma, 1));
        }
        for (var i = order.D; i < arma; i++)
            rows[i] = i == order.D ? [(arma - 1, 1), (arma, 1)] : [(i - 1, 1)];
        if (season > 0)
            Design[arma - 1] = 1;
        Design[arma] = 1;
        for (var i = 0; i < arma; i++)
            Rows[i] = [.. rows[i]];
    }

    private void FillArma(double[] ar)
    {
        for (var i = 0; i < armaStates; i++)
        {
            var row = new List<(int, double)>();
            if (i < ar.Length && ar[i] != 0)
                row.Add((arma, ar[i]));
            if (i + 1 < armaStates)
                row.Add((arma + i + 1, 1));
            Rows[arma + i] = [.. row];
        }
    }

    // P = T P Tᵀ + R Rᵀ σ² by doubling: P ← P + A P Aᵀ, A ← A A, which squares the spectral radius each time.
    private Matrix<double> StationaryCovariance()
    {
        const int mostDoublings = 60;
        const double enough = 1e-15;
        var power = Matrix<double>.Build.Dense(armaStates, armaStates);
        for (var i = 0; i < armaStates; i++)
            foreach (var (column, value) in Rows[arma + i])
                power[i, column - arma] = value;
        var r = Vector<double>.Build.Dense(armaStates, i => Disturbance[arma + i]);
        var sum = r.OuterProduct(r) * Variance;
        for (var i = 0; i < mostDoublings; i++)
        {
            var added = power * sum * power.Transpose();
            sum += added;
            if (added.L1Norm() <= enough * sum.L1Norm())
                break;
            power *= power;
        }
        return sum;
    }
}
