using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Cli.Files;

/// <summary>Forecasts by a model that <c>train</c> wrote.</summary>
internal static class ModelFile
{
    /// <summary>Lines as <c>forecast</c> writes them.</summary>
    /// <param name="levels">Per cent.</param>
    /// <exception cref="UsageException">The file is no model, not all of one, of another version or kind, or of other areas.</exception>
    public static IEnumerable<string> Forecast(
        string path, ForecastModel kind, IReadOnlyList<(string Name, CountSeries Series)> series, int horizon, IReadOnlyList<double> levels)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return kind switch
            {
                ForecastModel.LstmGlobal => [.. All(GlobalLstmFile.FromBytes(bytes), series, horizon, levels)],
                ForecastModel.Lstm when series.Count == 1 => [.. One(LstmFile.Read(bytes), TensorFile.FromBytes(bytes), series[0].Name, series[0].Series, horizon)],
                ForecastModel.Lstm => throw new UsageException($"--from {path}: a model of one series, but --series has {series.Count}."),
                _ => throw new UsageException("--from needs --model lstm or lstm-global."),
            };
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--from {path}: {error.Message}");
        }
    }

    private static IEnumerable<string> All(GlobalLstmFile file, IReadOnlyList<(string Name, CountSeries Series)> series, int horizon, IReadOnlyList<double> levels)
    {
        file.RequireAreas([.. series.Select(each => each.Name)]);
        var paths = file.Model.Forecast([.. series.Select(each => each.Series)], horizon);
        var conformal = new ConformalCounts(file.ConformalScores);
        yield return Header(levels);
        for (var area = 0; area < series.Count; area++)
            for (var h = 0; h < horizon; h++)
            {
                var bounds = levels.Select(level => conformal.Interval(paths[area], h, level)).Select(b => $"{b.Lower:R},{b.Upper:R}");
                yield return Line(series[area].Name, series[area].Series, h, "lstmglobal", paths[area].Mean[h], [$"{paths[area].Quantile(h, 0.5):R}", .. bounds]);
            }
    }

    // The file of one series holds no past errors: no intervals.
    private static IEnumerable<string> One(FittedLstm model, TensorFile file, string name, CountSeries series, int horizon)
    {
        if (file.Metadata.GetValueOrDefault("series") is { } own && own != name)
            throw new InvalidDataException($"the model was trained on {own} of {file.Text("place")}; this is {name}: train one for it");
        yield return "series,date,model,mean";
        var path = model.Forecast(series, horizon);
        for (var h = 0; h < horizon; h++)
            yield return Line(name, series, h, "lstm", path[h], []);
    }

    private static string Header(IReadOnlyList<double> levels) =>
        string.Join(',', ["series,date,model,mean,median", .. levels.Select(level => $"lower_{level:0.##},upper_{level:0.##}")]);

    private static string Line(string name, CountSeries series, int h, string model, double mean, IEnumerable<string> rest) =>
        string.Join(',', [ResultFile.Quote(name), $"{series.DateAt(series.Length + h):yyyy-MM-dd}", model, $"{mean:R}", .. rest]);
}
