using System.Text;

namespace GeoCrime.Data.Import.Reading;

/// <summary>Tells by a file's first line what separates its fields: comma, semicolon, tab or bar.</summary>
internal static class FieldDelimiter
{
    public const char Usual = ',';
    private const string Known = ",;\t|";

    /// <param name="head">The first bytes of the text; its mark tells the encoding.</param>
    /// <returns>The character that stands most often in the first line outside quotes; the comma where none does, or where it ties.</returns>
    public static char Of(ReadOnlySpan<byte> head)
    {
        var text = Text(head);
        var counts = new int[Known.Length];
        var quoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (letter is '\r' or '\n' && counts.Any(count => count > 0))
                break;
            else if (Known.IndexOf(letter) is >= 0 and var index)
                counts[index]++;
        }
        return counts.Max() == 0 ? Usual : Known[Array.IndexOf(counts, counts.Max())];
    }

    private static string Text(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(head),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(head),
        _ => Encoding.Latin1.GetString(head),
    };
}
