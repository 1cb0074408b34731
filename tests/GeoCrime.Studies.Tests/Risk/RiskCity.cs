namespace GeoCrime.Studies.Tests.Risk;

/// <summary>Steady days in the small city: three reports in P1, all in one block and one of them an assault; two thefts in P2, one in P3, one in P4 every other day.</summary>
internal static class RiskCity
{
    public static readonly DateOnly First = new(2022, 1, 1);

    private static readonly (double X, double Y)[] Corners = [(0, 0), (1000, 0), (0, 1000), (1000, 1000)];

    public static Row[] Rows(int days) =>
    [
        .. Enumerable.Range(0, days).SelectMany(day => new[]
        {
            Block(First.AddDays(day), 0), Block(First.AddDays(day), 0, 1), Block(First.AddDays(day), 0, 2) with { Category = "assault" },
            Spread(day, 1), Spread(day, 1, 1), Spread(day, 2),
        }),
        .. Enumerable.Range(0, days / 2).Select(day => Spread(2 * day, 3)),
    ];

    /// <summary>A report in the middle of a precinct.</summary>
    public static Row Report(DateOnly day, int precinct) => new(day, 12, "theft", Corners[precinct].X + 450, Corners[precinct].Y + 450);

    /// <summary>A report in a block of 600 m in a precinct: some nine cells, enough to be a hot spot together.</summary>
    public static Row Block(DateOnly day, int precinct, int number = 0) => new(
        day,
        12,
        "theft",
        Corners[precinct].X + 150 + (((day.DayNumber * 37) + (number * 200)) % 600),
        Corners[precinct].Y + 150 + (((day.DayNumber * 91) + (number * 350)) % 600));

    private static Row Spread(int day, int precinct, int number = 0) =>
        new(First.AddDays(day), 12, "theft", Corners[precinct].X + (((day * 37) + (number * 500)) % 1000), Corners[precinct].Y + (day * 91 % 1000));
}
