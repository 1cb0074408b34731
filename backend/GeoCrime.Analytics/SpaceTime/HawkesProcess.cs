using GeoCrime.Analytics.Evaluation.Places;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.SpaceTime;

/// <summary>
/// A self-exciting process: λ(s, t) = μ(s) + Σ θ·ω·e^(−ω(t − tᵢ))·N(s − sᵢ; σ²) over the events before t. Each event brings θ more on
/// average, 1/ω days later and σ metres away in x and in y.
/// </summary>
/// <param name="Branching">θ: events that one event triggers directly, 0…1.</param>
/// <param name="DecayPerDay">ω.</param>
/// <param name="SpreadMetres">σ.</param>
/// <param name="BackgroundShare">Shape [n]: probability that the event was not triggered.</param>
/// <param name="Rounds">Rounds that the fit took.</param>
/// <param name="Converged">False where the rounds ran out before the parameters stood still.</param>
public sealed record HawkesProcess(
    double Branching, double DecayPerDay, double SpreadMetres, double[] BackgroundShare, int Rounds, bool Converged, HawkesOptions Options)
{
    private readonly double[] _x = [];
    private readonly double[] _y = [];
    private readonly double[] _days = [];
    private readonly double _span;

    private HawkesProcess(HawkesFit fit, int rounds, bool converged, double[] x, double[] y, double[] days, double span, HawkesOptions options)
        : this(fit.Branching, fit.Decay, fit.Spread, fit.BackgroundShare, rounds, converged, options)
    {
        (_x, _y, _days, _span) = (x, y, days, span);
    }

    /// <summary>Fits the process by expectation-maximisation with a kernel background that is declustered as it goes.</summary>
    /// <param name="x">Shape [n]; metres; not modified.</param>
    /// <param name="y">Shape [n]; metres.</param>
    /// <param name="days">Shape [n]; days, rising; events of one instant do not trigger each other.</param>
    /// <param name="from">Start of the observation, ≤ the first event.</param>
    /// <param name="to">Its end, ≥ the last event and &gt; from.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellation">Looked at each round.</param>
    /// <returns>Without a pair within reach θ is 0 and all events are background.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a number is not finite, days fall, or an event lies outside [from, to].</exception>
    /// <remarks>
    /// Mohler et al. (2011), JASA 106, 100–108; Zhuang, Ogata and Vere-Jones (2002). An event's own kernel is left out of its background, or
    /// the background would explain every event. O(rounds·(pairs within reach + positions)).
    /// </remarks>
    public static HawkesProcess Fit(
        double[] x, double[] y, double[] days, double from, double to, HawkesOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new HawkesOptions();
        options.Require();
        PlanarPoints.Require(x, y);
        if (days.Length != x.Length)
            throw new ArgumentException($"There are {days.Length} times for {x.Length} events.", nameof(days));
        PlanarPoints.RequireFinite(days, nameof(days));
        if (!(double.IsFinite(from) && double.IsFinite(to) && to > from))
            throw new ArgumentException($"The observation [{from}, {to}] has no length.", nameof(to));
        for (var i = 0; i < days.Length; i++)
            if (days[i] < from || days[i] > to || i > 0 && days[i] < days[i - 1])
                throw new ArgumentException($"days[{i}] is {days[i]}; times must rise within [{from}, {to}].", nameof(days));
        var fit = new HawkesFit(x, y, days, from, to, options);
        var rounds = 0;
        var converged = false;
        while (!converged && rounds < options.Rounds)
        {
            cancellation.ThrowIfCancellationRequested();
            converged = fit.Round() < options.Tolerance;
            rounds++;
        }
        return new HawkesProcess(fit, rounds, converged, (double[])x.Clone(), (double[])y.Clone(), (double[])days.Clone(), to - from, options);
    }

    /// <summary>Events that each cell expects: its background, and what the known events still trigger directly.</summary>
    /// <param name="lattice">The cells.</param>
    /// <param name="origin">From when, ≥ the last event.</param>
    /// <param name="horizonDays">For how long, &gt; 0.</param>
    /// <returns>Shape [cells].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The origin lies before a known event, or the horizon is not positive.</exception>
    /// <remarks>Both parts are integrated in closed form over time and over the cell's square, kernels cut at four standard deviations.</remarks>
    public double[] Expected(PlaceLattice lattice, double origin, double horizonDays)
    {
        if (_days.Length > 0 && origin < _days[^1])
            throw new ArgumentOutOfRangeException(nameof(origin), origin, $"It must not lie before the last event, {_days[^1]}.");
        if (!(horizonDays > 0 && double.IsFinite(horizonDays)))
            throw new ArgumentOutOfRangeException(nameof(horizonDays), horizonDays, "It must be finite and > 0 days.");
        var expected = new double[lattice.Cells];
        var background = new GaussianMass(lattice, Options.BackgroundMetres);
        var triggered = new GaussianMass(lattice, SpreadMetres);
        for (var i = 0; i < _days.Length; i++)
        {
            background.Add(_x[i], _y[i], BackgroundShare[i] * horizonDays / _span, expected);
            var age = origin - _days[i];
            if (Branching > 0 && age < Options.ReachDays)
                triggered.Add(_x[i], _y[i], Branching * Math.Exp(-DecayPerDay * age) * (1 - Math.Exp(-DecayPerDay * horizonDays)), expected);
        }
        return expected;
    }
}
