using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Studies.Counts;

namespace GeoCrime.Studies.Tests.Counts;

public class CountStudyTests
{
    private static readonly CountDimension[] All = Enum.GetValues<CountDimension>();

    [Fact]
    public void Any_grouping_is_the_one_that_Linq_makes() =>
        Prop.ForAll(SmallCity.AnyRows(), Gen.Shuffle(All).SelectMany(order => Gen.Choose(1, 3).Select(count => order.Take(count).ToArray())).ToArbitrary(), (rows, by) =>
        {
            var expected = rows.GroupBy(row => string.Join('|', by.Select(dimension => Key(row, dimension) ?? "-")))
                .ToDictionary(group => group.Key, group => (group.Count(), group.Sum(Severity)));
            var found = CountStudy.Count(SmallCity.All(SmallCity.Columns(rows)), by, "precinct");
            return found.Count == expected.Count && found.All(row => expected[string.Join('|', row.Keys.Select(key => key ?? "-"))] == (row.Incidents, row.Severity));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Groups_come_in_order_of_their_keys()
    {
        // A Sunday, then the Monday after it.
        Row[] rows = [new(new(2024, 1, 7), 9), new(new(2024, 1, 8), 10), new(new(2024, 1, 8), 9, Area: "P2"), new(new(2024, 1, 8), 9, X: null, Y: null)];
        var columns = SmallCity.All(SmallCity.Columns(rows));
        Assert.Equal(new[] { "MONDAY", "SUNDAY" }, Keys(CountDimension.Weekday));
        Assert.Equal(new[] { "2024-W01", "2024-W02" }, Keys(CountDimension.Week));
        Assert.Equal(new[] { "9", "10" }, Keys(CountDimension.Hour));
        Assert.Equal(new string?[] { null, "P1", "P2" }, Keys(CountDimension.Area));

        IEnumerable<string?> Keys(CountDimension by) => CountStudy.Count(columns, [by], "precinct").Select(row => row.Keys[0]);
    }

    [Theory]
    [InlineData("2024-12-30", "2025-W01")]
    [InlineData("2021-01-03", "2020-W53")]
    [InlineData("2023-01-01", "2022-W52")]
    public void A_week_belongs_to_the_year_of_its_Thursday(string day, string week) =>
        Assert.Equal(week, CountStudy.Count(SmallCity.All(SmallCity.Columns([new(DateOnly.Parse(day))])), [CountDimension.Week], null).Single().Keys[0]);

    [Fact]
    public void No_rows_make_no_groups() => Assert.Empty(CountStudy.Count(SmallCity.All(SmallCity.Columns([])), [CountDimension.Hour], null));

    [Theory]
    [InlineData(new CountDimension[0], "one to 3 different dimensions; 0 were given")]
    [InlineData(new[] { CountDimension.Hour, CountDimension.Hour }, "one to 3 different dimensions; 2 were given")]
    [InlineData(new[] { CountDimension.Hour, CountDimension.Year, CountDimension.Week, CountDimension.Date }, "one to 3 different dimensions; 4 were given")]
    [InlineData(new[] { CountDimension.Area }, "Grouping by AREA needs areaKind.")]
    public void Other_groupings_are_refused(CountDimension[] by, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => CountStudy.Count(SmallCity.All(SmallCity.Columns([])), by, null)).Message, StringComparison.Ordinal);

    private static double Severity(Row row) => SmallCity.Categories.Single(category => category.Code == row.Category).Severity;

    private static string? Key(Row row, CountDimension dimension) => dimension switch
    {
        CountDimension.Year => row.Day.ToString("yyyy"),
        CountDimension.Month => row.Day.ToString("yyyy-MM"),
        CountDimension.Week => $"{ISOWeek.GetYear(row.Day.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(row.Day.ToDateTime(default)):00}",
        CountDimension.Date => row.Day.ToString("yyyy-MM-dd"),
        CountDimension.Weekday => row.Day.DayOfWeek.ToString().ToUpperInvariant(),
        CountDimension.Hour => row.Hour.ToString(),
        CountDimension.Category => row.Category,
        _ => SmallCity.PrecinctOf(row),
    };
}
