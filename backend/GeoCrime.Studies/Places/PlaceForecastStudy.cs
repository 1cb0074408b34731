using GeoCrime.Analytics.Evaluation.Places;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Places;

/// <summary>Which cells will hold most of the reports to come, with what such predictions would have caught before.</summary>
public sealed class PlaceForecastStudy(LiveRuns runs)
{
    private const int Origins = 12;
    private const int Year = 365;

    /// <summary>Origins lie this far apart, or a horizon where that is longer: no report is foretold twice.</summary>
    private const int SpacingDays = 28;
    private const double DrawnShare = 0.1;
    private const double Level = 0.9;
    private const int Draws = 1000;
    private const int MostSquares = 200_000;
    private static readonly double[] Shares = [0.005, 0.01, 0.02, 0.05, 0.1];

    /// <summary>Where the better plain alternative is chosen and the verdict is given.</summary>
    private const double VerdictShare = 0.05;
    private static readonly AdaptivePlaces Predictor = new();
    private static readonly IPlacePredictor[] Plain = [PlainPlaces.LastYear, PlainPlaces.Recent(180)];
    private static readonly IPlacePredictor[] Others = [PlainPlaces.AllHistory, PlainPlaces.Recent(60), PlainPlaces.HotSpots, PlainPlaces.RiskLike, new HawkesPlaces()];

    /// <exception cref="ArgumentException">A parameter is out of range, the filter names what there is not, or there would be too many cells.</exception>
    public Task<LiveRun<PlaceForecastResult>> RunAsync(IncidentColumns columns, PlaceForecastRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Check();
        var identity = RunIdentity.Of(StudyKind.Places, columns, request, null, policy);
        return runs.GetAsync(identity, token => Analyse(columns, request, token), cancellationToken);
    }

    private static PlaceForecastResult Analyse(IncidentColumns columns, PlaceForecastRequest request, CancellationToken cancellationToken)
    {
        var window = StudyWindow.Of(columns, request.Filter);
        var lattice = LatticeOf(columns, request.CellMetres);
        var events = EventsOf(RowFilter.Apply(columns, request.Filter with { From = window.From, To = window.To }, cancellationToken), lattice);
        var end = (double)window.To.DayNumber;
        IPlacePredictor[] all = [Predictor, .. Plain, PlainPlaces.Density(request.CellMetres), .. Others];
        var trials = PlaceBacktest.Run(events, OriginsOf(window, request.HorizonDays), request.HorizonDays, Shares, all, cancellationToken);
        var scores = Predictor.Score(new PlaceHistory(events, end), request.HorizonDays, cancellationToken);
        var sum = scores.Sum();
        var leading = Enumerable.Range(0, scores.Length).Where(cell => scores[cell] > 0).OrderByDescending(cell => scores[cell]).ThenBy(cell => cell)
            .Take((int)Math.Ceiling(DrawnShare * scores.Length));
        return new PlaceForecastResult(
            columns.Jurisdiction.Projection, lattice, [.. leading.Select((cell, place) => new PlaceCell(cell, IdOf(lattice, cell), place + 1, scores[cell] / sum))],
            lattice.Cells, window.To, Score(trials), [.. from predictor in all from share in Shares select Row(predictor.Name, share, trials) into row where row is not null select row]);
    }

    private static double[] OriginsOf(StudyWindow window, int horizonDays)
    {
        var spacing = Math.Max(SpacingDays, horizonDays);
        return [.. Enumerable.Range(0, Origins).Select(back => window.To.DayNumber - horizonDays - (back * spacing)).Where(origin => origin - window.From.DayNumber >= Year).Reverse().Select(origin => (double)origin)];
    }

    /// <summary>What was reported late counts towards what came, and was not known at the origin.</summary>
    private static PlaceEvents EventsOf(FilteredIncidents rows, PlaceLattice lattice)
    {
        var located = rows.Rows().Where(each => each.Chunk.X[each.Row] != IncidentChunk.Unlocated).ToArray();
        return PlaceEvents.Of(
            lattice, [.. located.Select(each => (double)each.Chunk.Day[each.Row])], [.. located.Select(each => each.Chunk.X[each.Row] / 100.0)],
            [.. located.Select(each => each.Chunk.Y[each.Row] / 100.0)], [.. located.Select(each => (double)each.Chunk.Reported[each.Row])]);
    }

    /// <summary>Squares anchored at (0, 0) of the analysis CRS, as those of hot spots.</summary>
    private static PlaceLattice LatticeOf(IncidentColumns columns, double cellMetres)
    {
        var city = City.Of(columns);
        var box = city.Bounds ?? throw new ArgumentException($"No located incident is loaded for {columns.Jurisdiction.Code}.");
        var grid = new SquareGrid(cellMetres);
        var (low, high) = (grid.CellAt(box.MinX, box.MinY), grid.CellAt(box.MaxX, box.MaxY));
        var (width, height) = (high.Column - low.Column + 1, high.Row - low.Row + 1);
        if ((long)width * height > MostSquares)
            throw new ArgumentException($"Cells of {cellMetres} m make more than {MostSquares} squares here; ask for larger ones.");
        return new PlaceLattice(width, height, low.Column * cellMetres, low.Row * cellMetres, cellMetres, [.. Enumerable.Range(0, width * height).Select(square =>
        {
            var (x, y) = grid.Centre(new GridCell(low.Column + (square % width), low.Row + (square / width)));
            return city.Contains(x, y);
        })]);
    }

    private static string IdOf(PlaceLattice lattice, int cell)
    {
        var (x, y) = lattice.Centre(cell);
        return new SquareGrid(lattice.CellMetres).CellAt(x, y).ToString();
    }

    private static PlaceScorecard Score(IReadOnlyList<PlaceTrial> trials)
    {
        if (trials.Count == 0)
            return new PlaceScorecard(0, [], null, [.. Plain.Select(each => Words(each.Name))], "Not scored yet: a year of history and one horizon are needed.");
        PlaceHits[] Of(string name, double share) => [.. trials.Where(trial => trial.Predictor == name && trial.Share == share).Select(trial => trial.Hits)];
        var better = Plain.MaxBy(each => Of(each.Name, VerdictShare).Average(hits => hits.HitRate))!.Name;
        var differences = Of(Predictor.Name, VerdictShare).Zip(Of(better, VerdictShare), (ours, theirs) => ours.HitRate - theirs.HitRate).ToArray();
        var interval = Bootstrap.Mean([differences], Level, Draws, 1);
        bool? beats = differences.Length < 5 ? null : interval.Lower > 0;
        var rows = Shares.Select(share => (Own: Of(Predictor.Name, share), Theirs: Of(better, share), Share: share)).Select(each => new HitRateRow(
            each.Share, each.Own.Average(hits => hits.HitRate), each.Own.Average(hits => hits.Pai), each.Own.Average(hits => hits.Pei), each.Theirs.Average(hits => hits.Pai))).ToList();
        var verdict = beats switch { true => "Beats", false when interval.Upper < 0 => "Does worse than", false => "Level with", null => "Too few origins to judge against" };
        return new PlaceScorecard(differences.Length, rows, beats, [Words(better), .. Plain.Select(each => each.Name).Where(name => name != better).Select(Words)],
            $"{verdict} {Words(better)}: the first 5 % of cells held {100 * Math.Abs(interval.Mean):0.0} points {(interval.Mean < 0 ? "fewer" : "more")} of the reports that came, over {differences.Length} origins.");
    }

    /// <summary>The plain alternatives as people call them.</summary>
    private static string Words(string name) => name == PlainPlaces.LastYear.Name ? "last year's counts" : "recency-weighted counts";

    private static PlaceMethodRow? Row(string name, double share, IReadOnlyList<PlaceTrial> trials)
    {
        var own = trials.Where(trial => trial.Predictor == name && trial.Share == share).ToArray();
        BootstrapMean Of(Func<PlaceHits, double> read) => Bootstrap.Mean([[.. own.Select(trial => read(trial.Hits))]], Level, Draws, 1);
        return own.Length == 0 ? null : new PlaceMethodRow(name, share, Of(hits => hits.HitRate), Of(hits => hits.Pai), Of(hits => hits.Pei), Of(hits => hits.Rri));
    }
}
