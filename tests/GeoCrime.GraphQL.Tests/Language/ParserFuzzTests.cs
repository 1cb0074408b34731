using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Tests.Reference;

namespace GeoCrime.GraphQL.Tests.Language;

/// <summary>Mutated inputs never make the lexer or parser do anything but parse or refuse. GEOCRIME_FUZZ sets how many.</summary>
public sealed class ParserFuzzTests(ITestOutputHelper output)
{
    private static int Inputs => int.TryParse(Environment.GetEnvironmentVariable("GEOCRIME_FUZZ"), out var count) ? count : 1_000_000;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("GEOCRIME_SEED"), out var seed) ? seed : 7;

    private static readonly char[] Interesting =
        ['{', '}', '(', ')', '[', ']', '"', '\\', 'u', '#', '.', '$', '@', '&', '|', '!', ':', '=', '\n', '\r', '\t', ',', '-', '0', '9', 'e', '\uFEFF', '\0', '\uD800', '\uDC00', '\uFFFF', 'é'];

    [Fact]
    public void Any_input_is_parsed_or_refused_with_a_place_inside_it()
    {
        var random = new Random(Seed);
        string[] seeds =
        [
            ReferenceImplementation.Schema("kitchen"),
            ReferenceImplementation.Schema("small"),
            "query Q($a: [Int!]! = [1, 2] @d, $b: I = { c: \"x\\u{1F600}\\uD83D\\uDE00\\n\" }) @skip(if: false) { a: b(c: $a, d: 1.5e-3, e: -0) { ...F @include(if: true) ... on T { g } ... @x { h } } }",
            "\"\"\"\n  block \\\"\"\" text\n    more\n\"\"\" fragment F on T { a } subscription { s } mutation M { m(x: [[null, ENUM, true], {}]) }",
        ];
        var (parsed, longest) = (0, 0);
        for (var i = 0; i < Inputs; i++)
        {
            var input = Mutate(seeds[random.Next(seeds.Length)], random);
            longest = Math.Max(longest, input.Length);
            try
            {
                var printed = Printer.Print(Parser.Parse(input));
                Assert.Equal(printed, Printer.Print(Parser.Parse(printed, ParserLimits.Trusted)));
                parsed++;
            }
            catch (GraphQLException refused)
            {
                var place = Assert.Single(refused.Error.Locations);
                Assert.InRange(place.Line, 1, input.Length + 1);
                Assert.InRange(place.Column, 1, input.Length + 1);
            }
        }
        output.WriteLine($"seed {Seed}: {Inputs} inputs up to {longest} characters, {parsed} parsed, peak memory {Environment.WorkingSet / 1_000_000} MB");
        Assert.InRange(parsed, 1, Inputs - 1);
    }

    private static string Mutate(string text, Random random)
    {
        // Whole documents mostly stay near the grammar; windows of them mostly do not.
        var start = random.Next(text.Length);
        var whole = text.Length < 400 && random.Next(2) == 0;
        var input = (whole ? text : text.Substring(start, Math.Min(random.Next(1, 300), text.Length - start))).ToList();
        for (var i = whole ? random.Next(2) : random.Next(1, 6); i > 0; i--)
            MutateOnce(input, random);
        return new string([.. input]);
    }

    private static void MutateOnce(List<char> input, Random random)
    {
        var at = random.Next(input.Count + 1);
        switch (random.Next(5))
        {
            case 0 when at < input.Count:
                input.RemoveAt(at);
                break;
            case 1 when at < input.Count:
                input[at] = Interesting[random.Next(Interesting.Length)];
                break;
            case 2:
                input.InsertRange(at, Enumerable.Repeat(Interesting[random.Next(Interesting.Length)], random.Next(1, 50)));
                break;
            case 3:
                input.InsertRange(at, input.GetRange(0, Math.Min(input.Count, random.Next(1, 40))));
                break;
            default:
                input.Insert(at, (char)random.Next(char.MaxValue + 1));
                break;
        }
    }
}
