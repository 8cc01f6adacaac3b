using System.Runtime.InteropServices;

namespace LocalitySim.Simulation;

/// <summary>Is an entry in a bucket of the calendar's ladder, with the number of the next in that bucket: 32 bytes, two to a cache line.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct LadderNode
{
    internal const int Size = 32;

    public CalendarEntry Entry;

    /// <summary>The number of the next node in the bucket, or of the next free one; −1 for none.</summary>
    public int Next;
}
