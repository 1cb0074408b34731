using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.SpaceTime;

namespace GeoCrime.Analytics.Tests.SpaceTime;

/// <summary>One test a line of the table in docs/emerging-patterns.md. H is hot, C cold, a point neither; oldest first.</summary>
public class PatternRulesTests
{
    private static readonly MannKendall Flat = new(0, 0, 1, 0);
    private static readonly MannKendall Rising = new(40, 3, 0.003, 1);
    private static readonly MannKendall Falling = new(-40, -3, 0.003, -1);

    [Theory]
    [InlineData("..........", EmergingPattern.None)]
    [InlineData("", EmergingPattern.None)]
    [InlineData("H.........", EmergingPattern.None)]
    [InlineData("HHHHHHHH..", EmergingPattern.None)]
    [InlineData("H.C.H.C...", EmergingPattern.None)]
    [InlineData(".........H", EmergingPattern.NewHot)]
    [InlineData("H", EmergingPattern.NewHot)]
    [InlineData("........HH", EmergingPattern.ConsecutiveHot)]
    [InlineData("..HHHHHHHH", EmergingPattern.ConsecutiveHot)]
    [InlineData("HHHHHHHHHH", EmergingPattern.PersistentHot)]
    [InlineData(".HHHHHHHHH", EmergingPattern.PersistentHot)]
    [InlineData("HHHHHCHHHH", EmergingPattern.PersistentHot)]
    [InlineData("H........H", EmergingPattern.SporadicHot)]
    [InlineData("..HH..HHHH", EmergingPattern.SporadicHot)]
    [InlineData("C........H", EmergingPattern.OscillatingHot)]
    [InlineData("..C...HHHH", EmergingPattern.OscillatingHot)]
    [InlineData("CCCCCCCCCH", EmergingPattern.OscillatingHot)]
    [InlineData("HHHHHHHHH.", EmergingPattern.HistoricalHot)]
    [InlineData("HHHHHHHHHC", EmergingPattern.OscillatingCold)]
    public void The_table_decides_where_there_is_no_trend(string states, EmergingPattern pattern)
    {
        Assert.Equal(pattern, PatternRules.Classify(States(states), Flat));
        Assert.Equal(Mirrored(pattern), PatternRules.Classify([.. States(states).Select(state => -state)], Flat));
    }

    [Theory]
    [InlineData("HHHHHHHHHH", EmergingPattern.IntensifyingHot, EmergingPattern.DiminishingHot)]
    [InlineData(".HHHHHHHHH", EmergingPattern.IntensifyingHot, EmergingPattern.DiminishingHot)]
    [InlineData("HHHHHHHHH.", EmergingPattern.HistoricalHot, EmergingPattern.HistoricalHot)]
    [InlineData("..HHHHHHHH", EmergingPattern.ConsecutiveHot, EmergingPattern.ConsecutiveHot)]
    [InlineData(".........H", EmergingPattern.NewHot, EmergingPattern.NewHot)]
    public void A_trend_counts_for_lasting_places_only(string states, EmergingPattern rising, EmergingPattern falling)
    {
        int[] hot = States(states), cold = [.. hot.Select(state => -state)];
        Assert.Equal((rising, falling), (PatternRules.Classify(hot, Rising), PatternRules.Classify(hot, Falling)));
        // A cold place grows colder as z falls.
        Assert.Equal((Mirrored(falling), Mirrored(rising)), (PatternRules.Classify(cold, Rising), PatternRules.Classify(cold, Falling)));
    }

    [Fact]
    public void A_trend_at_six_per_cent_does_not_count() =>
        Assert.Equal(EmergingPattern.PersistentHot, PatternRules.Classify(States("HHHH"), new MannKendall(6, 1.88, 0.06, 1)));

    [Fact]
    public void How_significant_a_step_is_does_not_matter() => Prop.ForAll(Gen.Choose(-3, 3).ArrayOf().ToArbitrary(), states =>
        PatternRules.Classify(states, Flat) == PatternRules.Classify([.. states.Select(Math.Sign)], Flat)).Check(Config.QuickThrowOnFailure);

    private static int[] States(string text) => [.. text.Select(letter => letter switch { 'H' => 1, 'C' => -1, _ => 0 })];

    private static EmergingPattern Mirrored(EmergingPattern pattern) => pattern switch
    {
        EmergingPattern.None => pattern,
        < EmergingPattern.NewCold => pattern + 8,
        _ => pattern - 8,
    };
}
