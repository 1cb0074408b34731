using System.Text;
using System.Text.RegularExpressions;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Tests.Reference;

/// <summary>Breaks documents: mostly names and values, so that they still parse; sometimes tokens and characters.</summary>
/// <param name="names">Names of the schema's types, fields, arguments and values.</param>
internal sealed partial class DocumentMutator(IReadOnlyList<string> names, Random random)
{
    private static readonly string[] Literals =
        ["1", "-7", "2147483648", "1.5", "1e3", "\"text\"", "\"\"\"block \\\"\"\" text\"\"\"", "true", "null", "NONE", "[1, \"a\"]", "{ a: 1 }", "{ a: 1, a: 2 }", "{}", "[]", "$nope", "[[1], null]", "\"\\u00e9\\n\""];

    private static readonly string[] Snippets =
        ["@skip(if: true)", "@skip(if: true) @skip(if: false)", "@nope", "@include", "@deprecated", "...Nope", "... on Nope { a }", "__typename", "{ __typename }", "$x: Int = 1", "(", ")", "{", "}", ":", "!", "=", "|", "&", "@", "...", "fragment Z on Query { z }", "query Q { q }", "\u00e9", "#c\n", "\"", "'", ".", "0x"];

    private static readonly string[] Definitions =
        ["type T { a: Int }", "extend schema @d", "directive @x on FIELD", "schema { query: Query }", "fragment F0 on Int { a }", "subscription { __typename }"];

    public string Mutate(string document)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
            document = Once(document);
        return document;
    }

    private string Once(string document)
    {
        var tokens = TokenPattern().Matches(document).Select(match => match.Value).ToList();
        if (tokens.Count == 0)
            return document;
        var at = random.Next(tokens.Count);
        switch (random.Next(27))
        {
            case < 8:
                var nameAt = Near(tokens, at, token => char.IsLetter(token[0]));
                tokens[nameAt] = random.Next(3) == 0 ? Misspelt(tokens[nameAt]) : random.Next(2) == 0 ? names[random.Next(names.Count)] : tokens[Near(tokens, random.Next(tokens.Count), token => char.IsLetter(token[0]))];
                break;
            case < 12:
                var valueAt = Near(tokens, at, token => char.IsDigit(token[0]) || token[0] is '"' or '-' || token is "true" or "false");
                tokens[valueAt] = Literals[random.Next(Literals.Length)];
                break;
            case < 14:
                tokens.RemoveAt(at);
                break;
            case < 16:
                // A piece of the document again, somewhere else: duplicates of names, arguments, directives.
                var length = Math.Min(random.Next(1, 6), tokens.Count - at);
                tokens.InsertRange(random.Next(tokens.Count), tokens.GetRange(at, length));
                break;
            case < 18:
                tokens.Insert(at, Snippets[random.Next(Snippets.Length)]);
                break;
            case < 20:
                return document + "\n" + Definition(document);
            case 20:
                // A spread of a fragment of the document: cycles, and places where it cannot apply.
                var fragments = tokens.Where(token => FragmentName().IsMatch(token)).ToList();
                tokens.Insert(Near(tokens, at, token => token == "{") + 1, fragments.Count > 0 ? $"...{fragments[random.Next(fragments.Count)]}" : "...F0");
                break;
            case 21:
                var conditionAt = Near(tokens, at, token => token == "on") + 1;
                tokens[Math.Min(conditionAt, tokens.Count - 1)] = names[random.Next(names.Count)];
                break;
            case 22:
                // A variable defined anew, or one that may now be null.
                var definedAt = Near(tokens, 0, token => token[0] == '$');
                tokens.InsertRange(definedAt, [tokens[definedAt], ":", random.Next(2) == 0 ? "Int" : names[random.Next(names.Count)], ","]);
                break;
            case 23:
                tokens.RemoveAt(Near(tokens, Near(tokens, 0, token => token[0] == '$'), token => token == "!"));
                break;
            case 24:
                tokens.InsertRange(Near(tokens, at, token => token == "(") + 1, ["id", ":", "1", "id", ":", "2"]);
                break;
            default:
                var text = new StringBuilder(document);
                text[random.Next(text.Length)] = (char)(random.Next(8) == 0 ? random.Next(0xD7FF) : random.Next(32, 127));
                return text.ToString();
        }
        return string.Join(' ', tokens);
    }

    private string Definition(string document)
    {
        if (random.Next(3) == 0)
            return Definitions[random.Next(Definitions.Length)];
        try
        {
            var definitions = Parser.Parse(document).Definitions;
            return Printer.Print(definitions[random.Next(definitions.Count)]);
        }
        catch (GraphQLException)
        {
            // Already broken beyond parsing; nothing to repeat.
            return "";
        }
    }

    private string Misspelt(string name) => name.Length < 3 ? name + "x" : name.Remove(random.Next(name.Length), 1);

    private static int Near(List<string> tokens, int at, Predicate<string> wanted)
    {
        var found = tokens.FindIndex(at, wanted);
        return found >= 0 ? found : Math.Max(0, tokens.FindIndex(wanted));
    }

    [GeneratedRegex("^F[0-9]+$")]
    private static partial Regex FragmentName();

    [GeneratedRegex("""\"\"\"[\s\S]*?\"\"\"|"(?:[^"\\\n]|\\.)*"|\$?[A-Za-z_][A-Za-z0-9_]*|-?[0-9][0-9.eE+-]*|\.\.\.|[^\s]""")]
    private static partial Regex TokenPattern();
}
