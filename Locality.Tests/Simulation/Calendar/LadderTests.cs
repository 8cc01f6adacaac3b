using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Holds the calendar, in its two forms and on the way between them, against a sorted set.</summary>
public sealed class LadderTests
{
    public static TheoryData<string, int> Laws()
    {
        TheoryData<string, int> data = [];
        foreach (string law in new[] { "exponential", "bimodal", "whole days", "heavy tail", "mostly zero", "one time", "two clusters", "tiny", "huge" })
        {
            foreach (int pending in new[] { 20, 300, 3000, 20_000 })
            {
                data.Add(law, pending);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Entries_come_out_in_the_full_order_under_any_law_of_increments(string law, int pending)
    {
        RandomStream draws = new RandomStreams(11, 0).Stream(new Purpose(1, "increments"));
        Reference reference = new();
        for (int entity = 0; entity < pending; entity++)
        {
            reference.Add(Increment(law, ref draws), (int)(draws.NextUInt64() % 3) - 1, entity);
        }

        for (int step = 0; step < pending * 4; step++)
        {
            (double now, int entity) = reference.Take();
            reference.Add(now + Increment(law, ref draws), (int)(draws.NextUInt64() % 3) - 1, entity);
        }

        reference.TakeAll();
    }

    [Theory]
    [InlineData(100)]
    [InlineData(5000)]
    public void Growing_shrinking_and_sweeping_keep_the_order(int most)
    {
        RandomStream draws = new RandomStreams(12, (uint)most).Stream(new Purpose(1, "operations"));
        Reference reference = new();
        double now = 0;
        for (int wave = 0; wave < 12; wave++)
        {
            int target = (int)(draws.NextUniform() * most);
            for (int step = 0; step < most; step++)
            {
                bool grows = draws.NextUniform() < (reference.Count < target ? 0.8 : 0.2);
                if (grows)
                {
                    reference.Add(now + Increment("bimodal", ref draws), 0, (wave * most) + step);
                }
                else if (reference.Count > 0)
                {
                    (now, _) = reference.Take();
                }
            }

            reference.SweepOut(entity => entity % 5 == wave % 5);
        }

        reference.TakeAll();
    }

    [Fact]
    public void An_entry_later_than_asked_for_stays()
    {
        EventCalendar calendar = new();
        for (int entity = 0; entity < 1000; entity++)
        {
            calendar.Add(entity, 0, 0, entity);
        }

        Assert.False(calendar.TryTake(-1, out _));
        for (int entity = 0; entity < 1000; entity++)
        {
            Assert.False(calendar.TryTake(BitConverter.DoubleToInt64Bits(entity) - 1, out _));
            Assert.True(calendar.TryTake(BitConverter.DoubleToInt64Bits(entity), out CalendarEntry entry));
            Assert.Equal(entity, entry.Entity);
        }

        Assert.False(calendar.TryTake(long.MaxValue, out _));
        Assert.Equal(0, calendar.Count);
    }

    [Fact]
    public void An_entry_before_all_buckets_comes_first()
    {
        // Laid out from 1000 on, by a look that took nothing; then something comes before.
        EventCalendar calendar = new();
        for (int entity = 0; entity < 600; entity++)
        {
            calendar.Add(1000 + entity, 0, 0, entity);
        }

        Assert.False(calendar.TryTake(BitConverter.DoubleToInt64Bits(5), out _));
        calendar.Add(6, 0, 0, -1);
        Assert.True(calendar.TryTake(BitConverter.DoubleToInt64Bits(6), out CalendarEntry entry));
        Assert.Equal(-1, entry.Entity);
        Assert.Equal(600, calendar.Count);
    }

    private static double Increment(string law, ref RandomStream draws) => law switch
    {
        "exponential" => draws.NextExponential(),
        "bimodal" => draws.NextExponential() * (draws.NextUniform() < 0.05 ? 200 : 1),
        "whole days" => 1 + (int)(draws.NextUniform() * 5),
        "heavy tail" => PortableMath.Exp(1.2 * draws.NextExponential()),
        "mostly zero" => draws.NextUniform() < 0.7 ? 0 : draws.NextExponential(),
        "one time" => 0,
        "two clusters" => (draws.NextUniform() < 0.5 ? 1 : 1000) + (draws.NextUniform() * 1e-9),
        "tiny" => draws.NextUniform() * 1e-300,
        "huge" => draws.NextUniform() * 1e300,
        _ => throw new ArgumentOutOfRangeException(nameof(law)),
    };

    /// <summary>A calendar beside a sorted set of the same entries.</summary>
    private sealed class Reference
    {
        private readonly EventCalendar calendar = new();
        private readonly SortedSet<(double Time, int Priority, long Sequence, int Entity)> entries = [];
        private long sequence;

        public int Count => entries.Count;

        public void Add(double time, int priority, int entity)
        {
            calendar.Add(time, priority, 7, entity);
            entries.Add((time, priority, ++sequence, entity));
        }

        public (double Time, int Entity) Take()
        {
            Assert.Equal(entries.Count, calendar.Count);
            (double time, _, _, int entity) = entries.Min;
            entries.Remove(entries.Min);
            Assert.True(calendar.TryTake(long.MaxValue, out CalendarEntry entry));
            Assert.Equal((time, entity, 7), (BitConverter.Int64BitsToDouble(entry.Time), entry.Entity, entry.Kind));
            return (time, entity);
        }

        public void TakeAll()
        {
            while (entries.Count > 0)
            {
                Take();
            }

            Assert.False(calendar.TryTake(long.MaxValue, out _));
        }

        public void SweepOut(Func<int, bool> isDead)
        {
            entries.RemoveWhere(entry => isDead(entry.Entity));
            Filter filter = new(isDead);
            calendar.Sweep(ref filter);
        }

        private readonly struct Filter(Func<int, bool> isDead) : IEntryFilter
        {
            public bool IsLive(in CalendarEntry entry) => !isDead(entry.Entity);
        }
    }
}
