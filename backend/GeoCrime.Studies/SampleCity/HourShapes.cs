namespace GeoCrime.Studies.SampleCity;

/// <summary>Shares of the local hours 0…23 on a plain day.</summary>
internal static class HourShapes
{
    public static readonly double[] WorkingDay = [2, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 10, 10, 9, 9, 8, 8, 7, 6, 5, 4, 4, 3, 2];
    public static readonly double[] ShopHours = [.3, .1, .1, .1, .1, .1, .4, 1, 2, 4, 7, 9, 10, 10, 10, 11, 11, 11, 10, 8, 5, 3, 1.5, .7];
    public static readonly double[] Evening = [6, 5, 4, 2.5, 1.5, 1.2, 1.5, 2.5, 3.5, 4, 4.5, 5, 5.5, 5.5, 6, 7, 7.5, 8, 8.5, 9, 9, 9, 8.5, 7.5];
    public static readonly double[] Overnight = [9, 8, 7, 6, 5, 4.5, 4, 4, 4, 3.5, 3.5, 3.5, 4, 4, 4, 4.5, 5, 6, 7, 8, 9, 9.5, 10, 10];
    public static readonly double[] Afternoon = [3, 2, 1.5, 1, .8, .8, 1.2, 2.5, 4.5, 5, 6, 7, 8, 7.5, 7.5, 8.5, 8.5, 8, 7, 6.5, 5.5, 5, 4.5, 3.5];
}
