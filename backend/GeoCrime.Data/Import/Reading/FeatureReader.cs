using System.Text.Json;

namespace GeoCrime.Data.Import.Reading;

/// <summary>The features of a GeoJSON FeatureCollection one by one; memory holds the largest feature, not the file.</summary>
internal sealed class FeatureReader(Stream stream, string file) : IDisposable
{
    private const int MostFeatureBytes = 64 << 20;

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int filled;
    private long discarded;
    private bool atEnd;
    private bool inFeatures;
    private bool sawFeatures;
    private bool opened;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 64 });
    private JsonDocument? feature;
    private string? type;

    /// <summary>The name in the file's crs member, as far as it has been read.</summary>
    public string? CrsName { get; private set; }

    /// <summary>Features read so far.</summary>
    public long Count { get; private set; }

    /// <summary>The current feature; valid until the next call of <see cref="Read"/>.</summary>
    public JsonElement Feature => feature?.RootElement ?? default;

    /// <summary>Goes to the next feature; behind the last one the rest of the file is checked.</summary>
    /// <exception cref="ImportException">The text is no JSON, cut off, or no FeatureCollection.</exception>
    public bool Read()
    {
        feature?.Dispose();
        feature = null;
        if (!opened)
            Open();
        while (true)
        {
            var outcome = Scan();
            if (outcome == Outcome.Feature)
            {
                Count++;
                return true;
            }
            if (outcome == Outcome.Ended)
            {
                if (type != "FeatureCollection" || !sawFeatures)
                    throw new ImportException(file, null, $"the JSON is no GeoJSON FeatureCollection (type is {type ?? "not given"})");
                return false;
            }
            Refill();
        }
    }

    private Outcome Scan()
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(start, filled - start), atEnd, state);
        try
        {
            while (true)
            {
                // Whatever is not whole in the buffer is read again from here once more bytes have come.
                var before = reader;
                if (!reader.Read())
                    return atEnd ? Outcome.Ended : Keep(before, Outcome.NeedsBytes);
                if (inFeatures && reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == 1)
                    inFeatures = false;
                else if (inFeatures)
                {
                    if (!JsonDocument.TryParseValue(ref reader, out feature))
                        return Keep(before, Outcome.NeedsBytes);
                    return Keep(reader, Outcome.Feature);
                }
                else if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && !ReadMember(ref reader))
                    return Keep(before, Outcome.NeedsBytes);
            }
        }
        catch (JsonException error)
        {
            throw new ImportException(file, inFeatures ? Count + 1 : null, $"unreadable JSON at byte {discarded + start + reader.BytesConsumed:N0}: {error.Message}", error);
        }
    }

    private bool ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("features"))
        {
            if (!reader.Read())
                return false;
            sawFeatures = inFeatures = reader.TokenType == JsonTokenType.StartArray;
            return true;
        }
        var isType = reader.ValueTextEquals("type");
        var isCrs = reader.ValueTextEquals("crs");
        if (!isType && !isCrs)
            return true;
        if (!reader.Read() || !JsonDocument.TryParseValue(ref reader, out var value))
            return false;
        using (value)
        {
            if (isType)
                type = value.RootElement.ToString();
            else if (value.RootElement.ValueKind != JsonValueKind.Null)
                CrsName = CrsNameOf(value.RootElement);
        }
        return true;
    }

    private static string CrsNameOf(JsonElement crs) =>
        crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var properties)
        && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("name", out var name)
            ? name.ToString()
            : crs.ToString();

    private Outcome Keep(Utf8JsonReader reader, Outcome outcome)
    {
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return outcome;
    }

    private void Open()
    {
        opened = true;
        Refill();
        if (buffer.AsSpan(0, filled) is [0xEF, 0xBB, 0xBF, ..])
            start = 3;
    }

    private void Refill()
    {
        buffer.AsSpan(start, filled - start).CopyTo(buffer);
        discarded += start;
        filled -= start;
        start = 0;
        if (filled > MostFeatureBytes)
            throw new ImportException(file, Count + 1, $"a feature is larger than {MostFeatureBytes >> 20} MB");
        if (filled > buffer.Length / 2)
            Array.Resize(ref buffer, buffer.Length * 2);
        var count = stream.Read(buffer.AsSpan(filled));
        filled += count;
        atEnd = count == 0;
    }

    public void Dispose()
    {
        feature?.Dispose();
        stream.Dispose();
    }

    private enum Outcome
    {
        Feature,
        NeedsBytes,
        Ended,
    }
}
