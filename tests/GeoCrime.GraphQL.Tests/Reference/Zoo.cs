using System.Globalization;
using GeoCrime.GraphQL.Errors;

// Resolvers are instance members by the binding's convention.
#pragma warning disable CA1822

namespace GeoCrime.GraphQL.Tests.Reference;

/// <summary>The resolvers of Schemas/zoo.graphql; resolvers.mjs has the same in JavaScript.</summary>
internal sealed class Zoo
{
    private static readonly Rock Stone = new("Stone", 2.5);

    public static IReadOnlyList<Animal> All { get; } =
        [new Dog("1", "Rex", 3, Kind.Dog), new Cat("2", "Tom", 5, Kind.Cat, null), new Dog("3", null, 7, Kind.Dog), new Cat("4", "Leo", 9, Kind.BigCat, 9)];

    public int Count => 4;

    public string? Nothing => null;

    public IReadOnlyList<int?> Numbers => [1, null, 3];

    public IEnumerable<string>? StrictNames => new[] { "a", null!, "c" };

    public static GraphQLEngine Build(string sdl) => GraphQLEngine.Build(sdl, bind => bind
        .Type("Zoo", new Zoo()).Type("Keeper", new Keeper()).Type<Dog>("Dog").Type<Cat>("Cat").Type<Rock>("Rock"));

    public static Animal? Find(string id) => All.FirstOrDefault(each => each.Id == id);

    public Task<IReadOnlyList<Animal>> Animals(int? first, Kind? kind) =>
        Task.FromResult<IReadOnlyList<Animal>>([.. All.Where(each => kind is null || each.Kind == kind).Take(first ?? 4)]);

    public Animal? Animal(string id) => Find(id);

    public ValueTask<Animal> Strict(string id) => new(Find(id)!);

    public IReadOnlyList<object?>? Named() => [All[0], null, Stone];

    public IEnumerable<object> Things() => [All[1], Stone];

    public string Echo(
        string? text, int? number, double? ratio, bool? flag, string? id, string? kind,
        IReadOnlyList<string>? kinds, IReadOnlyList<IReadOnlyList<int?>?>? matrix) =>
        string.Join('|', new object?[] { text, number, ratio, flag, id, kind, kinds, matrix }.Select(Show));

    public string? Filter(Filter? input) => input is null ? null : Show(input);

    public string Pick(Pick by) => Show(by);

    public IReadOnlyList<IReadOnlyList<int>?> Nested() => [[1, 2], null, [3]];

    public double Ratio(double of) => of / 2;

    public string? Failing() => throw new GraphQLException("failing", "FAILED");

    public Task<string> FailingStrict() => Task.FromException<string>(new GraphQLException("failing strictly", "FAILED"));

    public Task<Animal[]?> FailingLater() => Task.FromResult<Animal[]?>([All[0], All[2]]);

    private static string Show(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        Filter filter => Show(new()
        {
            ["ages"] = filter.Ages, ["deep"] = filter.Deep, ["kind"] = filter.Kind, ["limit"] = filter.Limit, ["text"] = filter.Text,
        }),
        Pick pick => Show(new() { ["filter"] = pick.Filter, ["id"] = pick.Id, ["name"] = pick.Name }),
        System.Collections.IEnumerable list => $"[{string.Join(' ', list.Cast<object?>().Select(Show))}]",
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };

    private static string Show(Dictionary<string, object?> map) =>
        $"{{{string.Join(' ', map.Where(entry => entry.Value is not null).Select(entry => $"{entry.Key}={Show(entry.Value)}"))}}}";
}

internal sealed class Keeper
{
    public Task<Animal?> Feed(string id, int times) => Task.FromResult(times > 3 ? null : Zoo.Find(id));

    public Animal Starve(string id) => Zoo.Find(id)!;

    public object Rename(string id, string name) => name == "rock" ? new Rock("Stone", 2.5) : Zoo.All[0];
}

internal enum Kind
{
    Dog,
    Cat,
    BigCat,
}

internal sealed record Filter(string Text, IReadOnlyList<int>? Ages, Filter? Deep, string? Kind, double? Limit);

internal sealed record Pick(string? Id, string? Name, Filter? Filter);

internal sealed record Rock(string? Name, double Weight);

internal abstract record Animal(string Id, string? Name, int Age, Kind Kind)
{
    public string MustHave => Id == "3" ? null! : $"must {Id}";

    public string Broken => throw new GraphQLException($"broken {Id}", "FAILED");

    public IEnumerable<Animal> Friends => Zoo.All.Where(other => other.Id != Id && string.CompareOrdinal(other.Id, "3") < 0);

    public ValueTask<Animal?> Best() => new(Zoo.Find((int.Parse(Id) + 1).ToString()));
}

internal sealed record Dog(string Id, string? Name, int Age, Kind Kind) : Animal(Id, Name, Age, Kind)
{
    public string Barks(bool loud) => loud ? "WOOF" : "woof";
}

internal sealed record Cat(string Id, string? Name, int Age, Kind Kind, int? Lives) : Animal(Id, Name, Age, Kind);
