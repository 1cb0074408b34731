namespace GeoCrime.Analytics.SpaceTime;

/// <summary>The state of a fit between rounds of expectation-maximisation.</summary>
internal sealed class HawkesFit
{
    /// <summary>Above this a process would breed without end.</summary>
    private const double MostBranching = 0.99;
    private readonly HawkesOptions _options;
    private readonly double[] _remaining;
    private readonly double _span;
    private readonly BackgroundDensity _background;

    // Pairs by the later event: _starts[i]…_starts[i+1]−1, with delay and squared distance.
    private readonly int[] _starts;
    private readonly float[] _delays;
    private readonly float[] _squares;

    public HawkesFit(double[] x, double[] y, double[] days, double from, double to, HawkesOptions options)
    {
        _options = options;
        _span = to - from;
        _remaining = [.. days.Select(day => to - day)];
        _background = new BackgroundDensity(x, y, options.BackgroundMetres);
        (_starts, _delays, _squares) = Pairs(x, y, days, options);
        BackgroundShare = [.. Enumerable.Repeat(1.0, x.Length)];
        (Branching, Decay, Spread) = _delays.Length == 0 ? (0, 3 / options.ReachDays, options.LeastSpreadMetres) : (0.3, 10 / options.ReachDays, options.ReachMetres / 6);
    }

    public double Branching { get; private set; }

    public double Decay { get; private set; }

    public double Spread { get; private set; }

    public double[] BackgroundShare { get; }

    /// <summary>One round; answers the greatest relative change of a parameter.</summary>
    public double Round()
    {
        if (_delays.Length == 0)
            return 0;
        var background = _background.LeaveOneOut(BackgroundShare);
        double sum = 0, delays = 0, squares = 0;
        var height = Branching * Decay / (2 * Math.PI * Spread * Spread);
        for (var i = 0; i < BackgroundShare.Length; i++)
        {
            var own = background[i] / _span;
            double near = 0, delay = 0, square = 0;
            for (var pair = _starts[i]; pair < _starts[i + 1]; pair++)
            {
                var pull = height * Math.Exp(-Decay * _delays[pair] - _squares[pair] / (2 * Spread * Spread));
                near += pull;
                delay += pull * _delays[pair];
                square += pull * _squares[pair];
            }
            var all = own + near;
            // An event that neither the background nor another one reaches stands alone: it is background.
            BackgroundShare[i] = all > 0 ? own / all : 1;
            if (all <= 0)
                continue;
            sum += near / all;
            delays += delay / all;
            squares += square / all;
        }
        return Maximise(sum, delays, squares);
    }

    private double Maximise(double sum, double delays, double squares)
    {
        var (branching, decay, spread) = (Branching, Decay, Spread);
        if (sum < 1e-9)
        {
            Branching = 0;
            return branching;
        }
        // What events near the end of the observation will still trigger is not seen yet.
        double seen = 0, waiting = 0;
        foreach (var left in _remaining)
        {
            var tail = Math.Exp(-decay * left);
            seen += 1 - tail;
            waiting += left * tail;
        }
        Branching = Math.Min(MostBranching, sum / Math.Max(seen, 1e-12));
        Decay = Math.Max(3 / _options.ReachDays, sum / (delays + Branching * waiting));
        Spread = Math.Clamp(Math.Sqrt(squares / (2 * sum)), _options.LeastSpreadMetres, Math.Max(_options.LeastSpreadMetres, _options.ReachMetres / 3));
        return new[] { Branching / branching, Decay / decay, Spread / spread }.Max(ratio => Math.Abs(ratio - 1));
    }

    private static (int[] Starts, float[] Delays, float[] Squares) Pairs(double[] x, double[] y, double[] days, HawkesOptions options)
    {
        var index = new ReachIndex(x, y, options.ReachMetres);
        var starts = new int[x.Length + 1];
        var (delays, squares) = (new List<float>(), new List<float>());
        for (var i = 0; i < x.Length; i++)
        {
            index.Visit(x[i], y[i], days[i] - options.ReachDays, days[i], days, (_, delay, distance) =>
            {
                delays.Add((float)delay);
                squares.Add((float)(distance * distance));
            });
            starts[i + 1] = delays.Count;
        }
        return (starts, [.. delays], [.. squares]);
    }
}
