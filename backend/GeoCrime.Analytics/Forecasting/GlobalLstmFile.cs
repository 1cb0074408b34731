using System.Globalization;
using System.Text.Json;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>A trained LSTM for all areas as a safetensors file: weights, areas, calendar, options and what its intervals need.</summary>
/// <param name="Model">Reads back bit for bit.</param>
/// <param name="Place">Whose areas they are, as the user names the city.</param>
/// <param name="AreaNames">In the order of the training.</param>
/// <param name="ConformalScores">See <c>ConformalCounts</c>; empty where the model was not tested.</param>
public sealed record GlobalLstmFile(FittedGlobalLstm Model, string Place, IReadOnlyList<string> AreaNames, float[] ConformalScores)
{
    /// <summary>Name of the format, in the file's metadata.</summary>
    public const string Format = "geocrime-lstm-global";

    /// <summary>Changes when an older reader would misread the file.</summary>
    public const string Version = "2";

    // Holidays are kept for the training part and so many years after it.
    private const int YearsAhead = 10;

    /// <summary>The file's bytes; the same model gives the same bytes.</summary>
    /// <param name="until">First day after the training part.</param>
    public byte[] ToBytes(DateOnly until)
    {
        var (options, calendar, shape) = (Model.Options, Model.Calendar, Model.Networks[0].Shape);
        var days = Enumerable.Range(calendar.Start.DayNumber, until.AddYears(YearsAhead).DayNumber - calendar.Start.DayNumber).Select(DateOnly.FromDayNumber);
        var metadata = new Dictionary<string, string>
        {
            ["format"] = Format,
            ["version"] = Version,
            ["place"] = Place,
            ["areas"] = JsonSerializer.Serialize(AreaNames),
            ["step"] = calendar.Step.ToString(),
            ["start"] = Date(calendar.Start),
            ["until"] = Date(until),
            ["calendar"] = string.Join(' ', calendar.Effects.Append(calendar.Shift).Select(e => e.ToString("R", CultureInfo.InvariantCulture))),
            ["holidays"] = calendar.Holidays is { } holidays ? string.Join(' ', days.Where(holidays.Contains).Select(Date)) : "none",
            ["channels"] = Text(shape.Inputs),
            ["columns"] = JsonSerializer.Serialize(options.Days.Columns.Select(column => column.Name)),
            ["lookback"] = Text(options.Lookback),
            ["outputs"] = Text(options.Outputs),
            ["first_hidden"] = Text(shape.FirstHidden),
            ["second_hidden"] = Text(shape.SecondHidden),
            ["dense_units"] = Text(shape.DenseUnits),
            ["dropout"] = Text(shape.Dropout),
            ["embedding"] = Text(shape.EmbeddingSize),
            ["networks"] = Text(Model.Networks.Count),
            ["level_memory"] = Text(options.LevelMemory),
            ["slow_memory_factor"] = Text(options.SlowMemoryFactor),
            ["weight"] = Text(Model.Weight),
            ["seed"] = Text(options.Training.Seed),
            ["tuned"] = TunedAreaTensors.Describe(Model.Tuned),
        };
        var tensors = NetworkTensors.Of(Model.Networks, "").Concat(TunedAreaTensors.Of(Model.Tuned));
        return new TensorFile(metadata, [.. tensors, ("conformal.scores", [ConformalScores.Length], ConformalScores)]).ToBytes();
    }

    /// <summary>Reads a model back, bit for bit.</summary>
    /// <param name="days">The columns of days that it was trained with; the file holds their names alone.</param>
    /// <exception cref="InvalidDataException">Not such a file, not all of it, of another version or with other columns; the message says which.</exception>
    public static GlobalLstmFile FromBytes(ReadOnlySpan<byte> bytes, DayTable? days = null)
    {
        var file = TensorFile.FromBytes(bytes);
        file.Require(Format, Version);
        try
        {
            return Read(file, days ?? DayTable.Empty);
        }
        catch (Exception e) when (e is FormatException or JsonException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"the model file's description cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Checks that the model belongs to some areas.</summary>
    /// <exception cref="InvalidDataException">It was trained on others; the message names the first that differ.</exception>
    public void RequireAreas(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.SequenceEqual(AreaNames))
            return;
        var (missing, unknown) = (AreaNames.Except(names).Take(3).ToArray(), names.Except(AreaNames).Take(3).ToArray());
        var why = missing.Length + unknown.Length == 0
            ? "in another order"
            : string.Join(" and ", new[] { ("without", missing), ("with", unknown) }.Where(w => w.Item2.Length > 0).Select(w => $"{w.Item1} {string.Join(", ", w.Item2)}"));
        throw new InvalidDataException($"the model was trained on the {AreaNames.Count} areas of {Place}; these are {names.Count}, {why}: train one for them");
    }

    private static GlobalLstmFile Read(TensorFile file, DayTable days)
    {
        if (!Enum.TryParse<SeriesStep>(file.Text("step"), out var step))
            throw new InvalidDataException($"the model file names the unknown step {file.Text("step")}");
        var columns = JsonSerializer.Deserialize<string[]>(file.Metadata.GetValueOrDefault("columns", "[]")) ?? [];
        if (!columns.SequenceEqual(days.Columns.Select(column => column.Name)))
            throw new InvalidDataException($"the model was trained with {Words(columns)}; given is {Words([.. days.Columns.Select(column => column.Name)])}");
        if (Whole(file, "channels") != GlobalWindows.Channels(step, days))
            throw new InvalidDataException($"the model file was trained on {file.Text("channels")} channels; this program makes {GlobalWindows.Channels(step, days)}: train again");
        var numbers = file.Text("calendar").Split(' ').Select(Parsed).ToArray();
        if (numbers.Length != CalendarTerms.Count(step) + columns.Length + 1)
            throw new InvalidDataException($"the model file's calendar has {numbers.Length - 1} columns; this program makes {CalendarTerms.Count(step) + columns.Length}: train again");
        var holidays = file.Text("holidays") == "none"
            ? null
            : new HolidayCalendar(file.Text("holidays").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(Day, _ => "holiday"));
        var options = GlobalLstmOptions.For(step).WithSeed(Whole(file, "seed")) with
        {
            Lookback = Whole(file, "lookback"),
            Outputs = Whole(file, "outputs"),
            FirstHidden = Whole(file, "first_hidden"),
            SecondHidden = Whole(file, "second_hidden"),
            DenseUnits = Whole(file, "dense_units"),
            Dropout = Parsed(file.Text("dropout")),
            EmbeddingSize = Whole(file, "embedding"),
            Networks = Whole(file, "networks"),
            LevelMemory = Parsed(file.Text("level_memory")),
            SlowMemoryFactor = Parsed(file.Text("slow_memory_factor")),
            Holidays = holidays,
            Days = days,
        };
        options.Check();
        var names = JsonSerializer.Deserialize<string[]>(file.Text("areas")) ?? [];
        var shape = GlobalLstmModel.Shape(names.Length, step, options);
        var networks = NetworkTensors.Read(file, shape, options.Networks, "");
        var calendar = new PooledCalendar(Day(file.Text("start")), step, holidays, numbers[..^1], numbers[^1]) { Days = columns.Length == 0 ? null : days.Before(Day(file.Text("until"))) };
        var model = new FittedGlobalLstm(networks, calendar, options) { Weight = Parsed(file.Text("weight")), Tuned = TunedAreaTensors.Read(file, shape, options.Networks) };
        return new GlobalLstmFile(model, file.Text("place"), names, file.Tensors.SingleOrDefault(t => t.Name == "conformal.scores").Values ?? []);
    }

    private static string Words(string[] columns) => columns.Length == 0 ? "no further columns of days" : $"the columns {string.Join(", ", columns)}";

    // No size in such a file is beyond a million; a damaged one must not ask for memory.
    private static int Whole(TensorFile file, string name)
    {
        const int most = 1_000_000;
        var value = int.Parse(file.Text(name), CultureInfo.InvariantCulture);
        return name == "seed" || value is >= 1 and <= most ? value : throw new FormatException($"{name} is {value}");
    }

    private static double Parsed(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
