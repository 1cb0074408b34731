using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class MatrixMultiplyTests
{
    [Fact]
    public void Two_by_two_is_what_the_hand_computes()
    {
        var b = new PackedMatrix(2, 2);
        b.Pack([5, 6, 7, 8], 2, 2, 2);
        var c = new float[4];
        MatrixMultiply.Multiply([1, 2, 3, 4], 2, 1, b, c, 2, 2, 2, accumulate: false);
        Assert.Equal([19f, 22, 43, 50], c);
    }

    [Fact]
    public void Any_shape_and_width_equals_the_plain_triple_loop()
    {
        var sizes = Gen.Choose(1, 70).Three();
        Prop.ForAll(sizes.ToArbitrary(), shape =>
        {
            var (m, k, n) = (shape.Item1, shape.Item2 * 5, shape.Item3);
            var random = new Random(m * 10007 + k * 101 + n);
            var a = Numbers(random, m * k);
            var b = Numbers(random, k * n);
            var start = Numbers(random, m * n);
            var packed = new PackedMatrix(k, n);
            packed.Pack(b, n, k, n);
            var results = new List<float[]>();
            foreach (var width in Enum.GetValues<SimdWidth>())
            {
                var c = (float[])start.Clone();
                MatrixMultiply.Multiply(a, k, 1, packed, c, n, m, n, accumulate: true, width);
                results.Add(c);
            }
            for (var i = 0; i < m; i++)
                for (var j = 0; j < n; j++)
                {
                    double sum = start[i * n + j];
                    for (var l = 0; l < k; l++)
                        sum += (double)a[i * k + l] * b[l * n + j];
                    // Rounding of a sum of k products of numbers below 1: k·2⁻²⁴ at worst, √k of that in practice.
                    Assert.Equal(sum, results[0][i * n + j], 1e-4);
                }
            Assert.Equal(results[0], results[1]);
            Assert.Equal(results[0], results[2]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Transposed_forms_equal_the_plain_form()
    {
        const int m = 37, k = 300, n = 45;
        var random = new Random(3);
        var a = Numbers(random, m * k);
        var b = Numbers(random, k * n);
        var plain = new PackedMatrix(k, n);
        plain.Pack(b, n, k, n);
        var expected = new float[m * n];
        MatrixMultiply.Multiply(a, k, 1, plain, expected, n, m, n, accumulate: false);

        var transposedB = new PackedMatrix(k, n);
        transposedB.PackTransposed(Transposed(b, k, n), k, k, n);
        var fromB = new float[m * n];
        MatrixMultiply.Multiply(a, k, 1, transposedB, fromB, n, m, n, accumulate: false);
        Assert.Equal(expected, fromB);

        var fromA = new float[m * n];
        var scratch = new PackedMatrix(MatrixMultiply.ScratchDepth(k), n);
        MatrixMultiply.MultiplyTransposed(Transposed(a, m, k), m, b, n, scratch, fromA, n, m, k, n, accumulate: false);
        Assert.Equal(expected, fromA);
    }

    [Fact]
    public void No_rows_leave_the_result_alone()
    {
        var b = new PackedMatrix(1, 1);
        b.Pack([2], 1, 1, 1);
        float[] c = [7];
        MatrixMultiply.Multiply([], 1, 1, b, c, 1, 0, 1, accumulate: false);
        Assert.Equal(7f, c[0]);
    }

    [Fact]
    public void Not_a_number_reaches_only_its_own_row()
    {
        var b = new PackedMatrix(1, 2);
        b.Pack([2, 3], 2, 1, 2);
        var c = new float[4];
        MatrixMultiply.Multiply([float.NaN, 1], 1, 1, b, c, 2, 2, 2, accumulate: false);
        Assert.Equal([float.NaN, float.NaN, 2f, 3f], c);
    }

    [Fact]
    public void Too_short_spans_are_refused_with_the_lengths()
    {
        var b = new PackedMatrix(4, 4);
        b.Pack(new float[16], 4, 4, 4);
        var short_ = Assert.Throws<ArgumentException>(
            () => MatrixMultiply.Multiply(new float[15], 4, 1, b, new float[16], 4, 4, 4, accumulate: false));
        Assert.Equal("A has 15 of 16 elements needed, C has 16 of 16", short_.Message);
        var large = Assert.Throws<ArgumentException>(() => b.Pack(new float[64], 8, 8, 8));
        Assert.Equal("a matrix of 8 × 8 does not fit into 128 packed elements", large.Message);
    }

    private static float[] Numbers(Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1).ToArray();

    private static float[] Transposed(float[] a, int rows, int columns)
    {
        var result = new float[a.Length];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                result[j * rows + i] = a[i * columns + j];
        return result;
    }
}
