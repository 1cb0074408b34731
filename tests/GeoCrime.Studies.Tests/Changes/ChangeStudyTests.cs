using GeoCrime.Domain;
using GeoCrime.Studies.Changes;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Changes;

public class ChangeStudyTests
{
    private static readonly DateOnly From = new(2024, 12, 30);
    private static readonly IncidentFilter Week = new(From, From.AddDays(7));

    [Fact]
    public async Task Rows_hold_both_windows_counts_and_the_exact_test()
    {
        // P1: 12 thefts now, 2 a year ago; P2: 3 and 3. A year ago is 364 days back.
        var columns = SmallCity.Columns([.. Rows(From, 12, 500), .. Rows(From.AddDays(-364), 2, 500), .. Rows(From, 3, 1500), .. Rows(From.AddDays(-364), 3, 1500)], completeThrough: From.AddDays(6));
        var result = await RunAsync(columns, new ChangeRequest(Week, "precinct", false));
        Assert.Equal(new ComparisonWindow(From, From.AddDays(7), From.AddDays(-364), From.AddDays(-357)), result.Window);
        Assert.Equal([("P1", 12, 2), ("P2", 3, 3)], result.Rows.Select(row => (row.Area!.Code, row.Incidents, row.Before)));
        // 2·P(Bin(14, ½) ≥ 12) = 2·(91 + 14 + 1)/2¹⁴.
        Assert.Equal(2 * 106 / 16384.0, result.Rows[0].P, 1e-12);
        Assert.Equal(2 * result.Rows[0].P, result.Rows[0].AdjustedP, 1e-12);
        Assert.Equal([1, 0], result.Rows.Select(row => row.Direction));
    }

    [Fact]
    public async Task Offences_are_told_apart_on_request_and_the_whole_city_is_one_row_without_a_kind()
    {
        var columns = SmallCity.Columns([.. Rows(From, 4, 500), .. Rows(From, 5, 500, "drugs"), .. Rows(From.AddDays(-364), 1, 500)]);
        Assert.Equal([("drugs", 5, 0), ("theft", 4, 1)],
            (await RunAsync(columns, new ChangeRequest(Week, null, true))).Rows.Select(row => (row.Category!.Code, row.Incidents, row.Before)));
        var whole = Assert.Single((await RunAsync(columns, new ChangeRequest(Week, null, false))).Rows);
        Assert.Equal((null, null, 9, 1), (whole.Area, whole.Category, whole.Incidents, whole.Before));
    }

    [Fact]
    public async Task Days_that_still_fill_up_are_left_out_of_both_windows()
    {
        var columns = SmallCity.Columns([.. Rows(From, 4, 500), .. Rows(From.AddDays(6), 1, 500), .. Rows(From.AddDays(-364), 4, 500), .. Rows(From.AddDays(-358), 9, 500)], completeThrough: From.AddDays(2));
        var result = await RunAsync(columns, new ChangeRequest(Week, null, false));
        Assert.Equal((From.AddDays(3), From.AddDays(-361)), (result.Window.To, result.Window.BaselineTo));
        Assert.Equal((4, 4), (result.Rows[0].Incidents, result.Rows[0].Before));
    }

    [Theory]
    [InlineData(MoverBaseline.PreviousWindow, -7)]
    [InlineData(MoverBaseline.SameWindowLastYear, -364)]
    public async Task The_baseline_is_as_long_as_the_window(MoverBaseline baseline, int back)
    {
        var columns = SmallCity.Columns([.. Rows(From, 1, 500), .. Rows(From.AddDays(-400), 1, 500)], completeThrough: From.AddDays(30));
        var window = (await RunAsync(columns, new ChangeRequest(Week, null, false, baseline))).Window;
        Assert.Equal((From.AddDays(back), 7), (window.BaselineFrom, window.BaselineDays));
    }

    [Fact]
    public async Task Any_other_window_may_be_longer()
    {
        var columns = SmallCity.Columns([.. Rows(From, 10, 500), .. Rows(From.AddDays(-20), 20, 500)], completeThrough: From.AddDays(30));
        var result = await RunAsync(columns, new ChangeRequest(Week, null, false, BaselineFrom: From.AddDays(-20), BaselineTo: From.AddDays(-6)));
        // 10 in 7 days and 20 in 14 are the same rate.
        Assert.Equal((20, 14, 0), (result.Rows[0].Before, result.Window.BaselineDays, result.Rows[0].Direction));
        Assert.Equal(1, result.Rows[0].P, 0.35);
    }

    [Theory]
    [InlineData(null, "2024-12-30", "2025-01-06", null, null, "filter.from and filter.to are needed")]
    [InlineData(null, null, null, null, null, "filter.from and filter.to are needed")]
    [InlineData(null, "2023-01-02", "2023-01-09", null, null, "the data start on")]
    [InlineData("beat", "2024-12-30", "2025-01-06", null, null, "beat")]
    [InlineData(null, "2024-12-30", "2025-01-06", "2024-01-01", null, "needed together")]
    [InlineData(null, "2024-12-30", "2025-01-06", "2024-01-08", "2024-01-01", "must lie after")]
    public async Task Misuse_is_named(string? kind, string? from, string? to, string? baselineFrom, string? baselineTo, string message)
    {
        var columns = SmallCity.Columns([.. Rows(From, 1, 500), .. Rows(From.AddDays(-400), 1, 500)], completeThrough: From.AddDays(30));
        var filter = message.StartsWith("filter", StringComparison.Ordinal) && from is not null ? new IncidentFilter(Day(from)) : new IncidentFilter(Day(from), Day(to));
        var error = await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(columns, new ChangeRequest(filter, kind, false, BaselineFrom: Day(baselineFrom), BaselineTo: Day(baselineTo))));
        Assert.Contains(message, error.Message);
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day);

    private static IEnumerable<Row> Rows(DateOnly day, int count, double x, string category = "theft") =>
        Enumerable.Range(0, count).Select(_ => new Row(day, Category: category, X: x));

    private static async Task<ChangeResult> RunAsync(IncidentColumns columns, ChangeRequest request) =>
        (await new ChangeStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None)).Result;
}
