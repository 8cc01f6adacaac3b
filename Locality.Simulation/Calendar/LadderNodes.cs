using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace LocalitySim.Simulation;

/// <summary>Holds the nodes of a ladder's buckets by number, none of them across two cache lines.</summary>
internal struct LadderNodes()
{
    private const int WordsPerNode = LadderNode.Size / sizeof(ulong);
    private const int CacheLine = 64;

    // Pinned, for the garbage collector knows no alignment but of words: the first node's place stays where it was measured.
    private ulong[] memory = [];
    private int firstWord;
    private int count;
    private int free = -1;

    internal readonly ref LadderNode this[int node]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.As<ulong, LadderNode>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory), firstWord + ((nint)node * WordsPerNode)));
    }

    /// <summary>Takes a free node and returns its number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Take()
    {
        if (free < 0)
        {
            Grow();
        }

        int taken = free;
        free = this[taken].Next;
        return taken;
    }

    /// <summary>Makes a node free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Release(int node) => Release(node, node);

    /// <summary>Makes a chain of nodes free: all of a bucket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Release(int first, int last)
    {
        this[last].Next = free;
        free = first;
    }

    /// <summary>Asks for a node to be brought into the cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly unsafe void Prefetch(int node)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref this[node]));
        }
    }

    private unsafe void Grow()
    {
        int larger = Math.Max(512, count * 2);
        ulong[] target = GC.AllocateUninitializedArray<ulong>((larger * WordsPerNode) + (CacheLine / sizeof(ulong)), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(target));
        int first = (int)((CacheLine - (address % CacheLine)) % CacheLine / sizeof(ulong));
        memory.AsSpan(firstWord, count * WordsPerNode).CopyTo(target.AsSpan(first));
        memory = target;
        firstWord = first;
        for (int node = larger - 1; node >= count; node--)
        {
            Release(node);
        }

        count = larger;
    }
}
