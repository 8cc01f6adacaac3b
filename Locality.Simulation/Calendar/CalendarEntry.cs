using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Is one pending entry of the event calendar, 24 bytes long.</summary>
internal readonly struct CalendarEntry(long time, ulong order, int kind, int entity)
{
    /// <summary>The kind of an entry that stands for a <see cref="CalendarEvent"/>: the entity is the event's number.</summary>
    internal const int ObjectKind = -1;

    /// <summary>The kind of an entry that stands for a process: the entity is its frame's number.</summary>
    internal const int ProcessKind = -2;

    /// <summary>The greatest kind of an entry that stands for a timer: −3 less the number of its <see cref="EntityTimers"/>.</summary>
    internal const int LastTimerKind = -3;

    /// <summary>The time's bits. Times are zero or more, so the bits order as the times do.</summary>
    public readonly long Time = time;

    /// <summary>The tie order: priority in the top 8 bits, below it the sequence of scheduling, 56 bits long.</summary>
    public readonly ulong Order = order;

    /// <summary>What happens: a type code of the model's if zero or more; otherwise see the constants.</summary>
    public readonly int Kind = kind;

    /// <summary>What it happens to.</summary>
    public readonly int Entity = entity;

    /// <summary>Returns 1 if one entry comes before another, else 0, without a branch.</summary>
    /// <remarks>A borrow from the tie order is taken off the difference of the times, whose sign then decides.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Before(ref CalendarEntry left, ref CalendarEntry right)
    {
        long borrow = left.Order < right.Order ? 1 : 0;
        return (int)((ulong)(left.Time - right.Time - borrow) >> 63);
    }
}
