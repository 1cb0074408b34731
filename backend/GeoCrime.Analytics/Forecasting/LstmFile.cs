using System.Globalization;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>A trained per-area LSTM as a safetensors file: weights, scaler, architecture, channels, step and seed.</summary>
public static class LstmFile
{
    /// <summary>Name of the format, in the file's metadata.</summary>
    public const string Format = "geocrime-lstm";

    /// <summary>Changes when an older reader would misread the file.</summary>
    public const string Version = "1";

    /// <summary>The file's bytes; the same model gives the same bytes.</summary>
    public static byte[] Write(FittedLstm model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var shape = model.Network.Shape;
        var metadata = new Dictionary<string, string>
        {
            ["format"] = Format,
            ["version"] = Version,
            ["step"] = model.Step.ToString(),
            ["channels"] = string.Join(',', LstmWindows.Channels(model.Step)),
            ["lookback"] = Text(shape.Steps),
            ["outputs"] = Text(shape.Outputs),
            ["first_hidden"] = Text(shape.FirstHidden),
            ["second_hidden"] = Text(shape.SecondHidden),
            ["dense_units"] = Text(shape.DenseUnits),
            ["dropout"] = Text(shape.Dropout),
            ["scaler_minimum"] = Text(model.Scaler.Minimum),
            ["scaler_maximum"] = Text(model.Scaler.Maximum),
            ["seed"] = Text(model.Seed),
        };
        return new TensorFile(metadata, [.. model.Network.Slices.Select(
            slice => (slice.Name, new[] { slice.Rows, slice.Columns }, slice.Of(model.Network.Values).ToArray()))]).ToBytes();
    }

    /// <summary>Reads a model back, bit for bit.</summary>
    /// <exception cref="InvalidDataException">Not such a file, not all of it, or of another version; the message says which.</exception>
    public static FittedLstm Read(ReadOnlySpan<byte> bytes)
    {
        var file = TensorFile.FromBytes(bytes);
        file.Require(Format, Version);
        if (!Enum.TryParse<SeriesStep>(file.Metadata.GetValueOrDefault("step"), out var step))
            throw new InvalidDataException($"the model file names the unknown step {file.Metadata.GetValueOrDefault("step")}");
        var channels = LstmWindows.Channels(step);
        if (file.Metadata.GetValueOrDefault("channels") is var named && named != string.Join(',', channels))
            throw new InvalidDataException($"the model file was trained on the channels {named}; this program makes {string.Join(',', channels)}");
        var network = new ForecastNetwork(new NetworkShape((int)Number(file, "lookback"), channels.Length, (int)Number(file, "outputs"))
        {
            FirstHidden = (int)Number(file, "first_hidden"),
            SecondHidden = (int)Number(file, "second_hidden"),
            DenseUnits = (int)Number(file, "dense_units"),
            Dropout = Number(file, "dropout"),
        });
        Load(network, file);
        var scaler = new MinMaxScaler(Number(file, "scaler_minimum"), Number(file, "scaler_maximum"));
        return new FittedLstm(network, scaler, step, (int)Number(file, "seed"));
    }

    private static void Load(ForecastNetwork network, TensorFile file)
    {
        foreach (var slice in network.Slices)
        {
            var found = file.Tensors.SingleOrDefault(t => t.Name == slice.Name);
            if (found.Values is null || !found.Shape.SequenceEqual([slice.Rows, slice.Columns]))
                throw new InvalidDataException($"the model file lacks the tensor {slice.Name} of {slice.Rows} × {slice.Columns}");
            found.Values.CopyTo(slice.Of(network.Values));
        }
        network.Pack();
    }

    private static double Number(TensorFile file, string name)
    {
        const double most = 1e9;
        return double.TryParse(file.Metadata.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var value)
            && value >= -most && value <= most
            ? value
            : throw new InvalidDataException($"the model file's {name} is {file.Metadata.GetValueOrDefault(name) ?? "missing"}, not a number");
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
