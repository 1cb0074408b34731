using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GeoCrime.GraphQL.Types;

/// <summary>Shows JSON values inside error messages: short, at most three levels and ten items deep.</summary>
internal static class Inspect
{
    private const int MaxItems = 10;
    private const int MaxDepth = 2;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(JsonElement value) => Show(value, 0);

    public static string String(string value) => JsonSerializer.Serialize(value, Plain);

    private static string Show(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => String(value.GetString()!),
        JsonValueKind.Number => Number(value.GetDouble()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array when value.GetArrayLength() == 0 => "[]",
        JsonValueKind.Array when depth >= MaxDepth + 1 => "[Array]",
        JsonValueKind.Array => Array(value, depth + 1),
        JsonValueKind.Object when !value.EnumerateObject().Any() => "{}",
        JsonValueKind.Object when depth >= MaxDepth => "[Object]",
        JsonValueKind.Object =>
            $"{{ {string.Join(", ", value.EnumerateObject().Select(entry => $"{entry.Name}: {Show(entry.Value, depth + 1)}"))} }}",
        _ => "null",
    };

    private static string Array(JsonElement value, int depth)
    {
        if (depth > MaxDepth)
            return "[Array]";
        var items = value.EnumerateArray().Take(MaxItems).Select(item => Show(item, depth)).ToList();
        var rest = value.GetArrayLength() - items.Count;
        if (rest > 0)
            items.Add(rest == 1 ? "... 1 more item" : $"... {rest} more items");
        return $"[{string.Join(", ", items)}]";
    }

    // The shortest digits that read back, in plain notation between 1e-6 and 1e21.
    private static string Number(double value)
    {
        if (value == 0)
            return "0";
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        if (Math.Abs(value) is >= 1e-6 and < 1e21)
            return digits.Contains('E', StringComparison.Ordinal)
                ? decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)
                    ? plain.ToString(CultureInfo.InvariantCulture)
                    : digits
                : digits;
        var (mantissa, exponent) = (digits.Split('E')[0], int.Parse(digits.Split('E')[1]));
        return $"{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}";
    }
}
