using System.Runtime.InteropServices;

namespace GeoCrime.Data.Import.Rows;

/// <summary>Counts how often each row hash has come, in 12 to 36 bytes a row that has no id.</summary>
/// <remarks>Open addressing in 64 parts that grow one by one. Rows are told apart by 64 bits of their hash: among ten million the chance of any mistake is 3·10⁻⁶.</remarks>
internal sealed class RepeatCounter
{
    private const int Parts = 64;
    private readonly Part[] parts = [.. Enumerable.Range(0, Parts).Select(_ => new Part())];

    /// <returns>0 when the hash comes for the first time, 1 the second time, and so on.</returns>
    public int Next(Guid hash)
    {
        var bits = MemoryMarshal.Cast<Guid, ulong>(new ReadOnlySpan<Guid>(in hash))[0];
        return parts[bits % Parts].Next(bits);
    }

    private sealed class Part
    {
        private ulong[] keys = new ulong[64];
        private int[] counts = new int[64];
        private int used;

        public int Next(ulong key)
        {
            if (used * 3 > keys.Length * 2)
                Grow();
            var slot = SlotOf(keys, counts, key);
            if (counts[slot] == 0)
            {
                keys[slot] = key;
                used++;
            }
            return counts[slot]++;
        }

        private void Grow()
        {
            var (newKeys, newCounts) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
            for (var index = 0; index < keys.Length; index++)
            {
                if (counts[index] == 0)
                    continue;
                var slot = SlotOf(newKeys, newCounts, keys[index]);
                (newKeys[slot], newCounts[slot]) = (keys[index], counts[index]);
            }
            (keys, counts) = (newKeys, newCounts);
        }

        private static int SlotOf(ulong[] keys, int[] counts, ulong key)
        {
            // The low bits chose the part, so the high ones choose the slot.
            var slot = (int)(key >> 32) & (keys.Length - 1);
            while (counts[slot] != 0 && keys[slot] != key)
                slot = (slot + 1) & (keys.Length - 1);
            return slot;
        }
    }
}
