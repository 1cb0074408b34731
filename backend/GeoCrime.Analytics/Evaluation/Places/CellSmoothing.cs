namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>Gaussian smoothing of cells' numbers over the lattice; nothing lies outside the kept cells.</summary>
public static class CellSmoothing
{
    private const double DeviationsReached = 4;

    /// <summary>Convolution with a Gaussian sampled at the cells' centres, cut at four standard deviations and scaled to sum 1.</summary>
    /// <param name="lattice">The cells.</param>
    /// <param name="values">Shape [cells].</param>
    /// <param name="deviationMetres">Standard deviation, &gt; 0.</param>
    /// <returns>Shape [cells]; what is spread beyond the city is lost.</returns>
    /// <remarks>O(squares·deviation/cell).</remarks>
    public static double[] Gaussian(PlaceLattice lattice, double[] values, double deviationMetres)
    {
        var deviation = deviationMetres / lattice.CellMetres;
        var reach = (int)(DeviationsReached * deviation + 0.5);
        var kernel = Enumerable.Range(-reach, 2 * reach + 1).Select(step => Math.Exp(-0.5 * step * step / (deviation * deviation))).ToArray();
        var sum = kernel.Sum();
        for (var i = 0; i < kernel.Length; i++)
            kernel[i] /= sum;
        var squares = new double[lattice.CellOf.Length];
        for (var cell = 0; cell < values.Length; cell++)
            squares[lattice.SquareOf[cell]] = values[cell];
        var (columns, rows) = (lattice.Columns, lattice.Rows);
        var along = new double[squares.Length];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                if (squares[row * columns + column] is var value and not 0)
                    for (var step = Math.Max(-reach, -column); step <= Math.Min(reach, columns - 1 - column); step++)
                        along[row * columns + column + step] += value * kernel[step + reach];
        var smoothed = new double[values.Length];
        for (var cell = 0; cell < values.Length; cell++)
        {
            var (row, column) = Math.DivRem(lattice.SquareOf[cell], columns);
            for (var step = Math.Max(-reach, -row); step <= Math.Min(reach, rows - 1 - row); step++)
                smoothed[cell] += along[(row + step) * columns + column] * kernel[step + reach];
        }
        return smoothed;
    }
}
