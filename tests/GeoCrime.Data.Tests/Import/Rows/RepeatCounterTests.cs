using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Data.Import.Rows;

namespace GeoCrime.Data.Tests.Import.Rows;

public class RepeatCounterTests
{
    [Fact]
    public void Any_sequence_is_counted_as_a_dictionary_counts_it() =>
        Prop.ForAll(Gen.Choose(0, 300).ArrayOf().Resize(1500).ToArbitrary(), numbers =>
        {
            var counter = new RepeatCounter();
            var expected = new Dictionary<int, int>();
            return numbers.All(number =>
            {
                var times = expected.GetValueOrDefault(number);
                expected[number] = times + 1;
                return counter.Next(HashOf(number)) == times;
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Growth_forgets_nothing()
    {
        var counter = new RepeatCounter();
        for (var round = 0; round < 3; round++)
            for (var number = 0; number < 40_000; number++)
                Assert.Equal(round, counter.Next(HashOf(number)));
    }

    [Fact]
    public void The_empty_hash_counts_like_any_other()
    {
        var counter = new RepeatCounter();
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(_ => counter.Next(Guid.Empty)));
    }

    private static Guid HashOf(int number)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number));
        return new Guid(hash.AsSpan(0, 16));
    }
}
