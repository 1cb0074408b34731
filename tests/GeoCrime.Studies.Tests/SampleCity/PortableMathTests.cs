using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Studies.Tests.SampleCity;

public class PortableMathTests
{
    // Two roundings of a value near 1 and the reduction of the argument; far below the 7th decimal of a degree.
    private const double Tolerance = 2e-14;

    private static readonly Arbitrary<double> Any = Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 10_007.0).ToArbitrary();

    [Fact]
    public void Values_known_by_hand_come_out()
    {
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Log(1));
        Assert.Equal(0, PortableMath.Sin(0));
        Assert.Equal(1, PortableMath.Cos(0));
        Assert.Equal(Math.E, PortableMath.Exp(1), Tolerance);
        Assert.Equal(1, PortableMath.Sin(Math.PI / 2), Tolerance);
        Assert.Equal(-1, PortableMath.Cos(Math.PI), Tolerance);
    }

    [Fact]
    public void Sine_and_cosine_agree_with_the_platform() => Prop.ForAll(Any, x =>
        Math.Abs(PortableMath.Sin(x) - Math.Sin(x)) < Tolerance && Math.Abs(PortableMath.Cos(x) - Math.Cos(x)) < Tolerance)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Exponential_agrees_with_the_platform() =>
        Prop.ForAll(Any, x => Math.Abs(PortableMath.Exp(x) / Math.Exp(x) - 1) < Tolerance).QuickCheckThrowOnFailure();

    [Fact]
    public void Logarithm_agrees_with_the_platform() => Prop.ForAll(Any, x =>
        Math.Abs(PortableMath.Log(Math.Abs(x) + 1e-9) - Math.Log(Math.Abs(x) + 1e-9)) < Tolerance).QuickCheckThrowOnFailure();
}
