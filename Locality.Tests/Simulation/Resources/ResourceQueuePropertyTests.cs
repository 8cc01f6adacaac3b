using FsCheck;
using FsCheck.Fluent;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ResourceQueuePropertyTests
{
    [Fact]
    public void Whoever_leaves_the_rest_are_served_by_priority_then_in_the_order_of_arrival()
    {
        // Each who waits has a priority from 0 to 9; half of them lose patience, one after another, before a unit comes.
        Arbitrary<int[]> codes = Arb.From(Gen.Choose(0, 19_999).ArrayOf().Resize(300));

        Prop.ForAll(codes, codes =>
        {
            Simulator simulator = new();
            Resource resource = new(simulator, 0);
            List<int> served = [];
            for (int index = 0; index < codes.Length; index++)
            {
                simulator.Start(Wait(index));
            }

            simulator.Run(1000);
            Assert.Equal(codes.Count(code => !Leaves(code)), resource.QueueLength);
            resource.SetCapacity(1);
            simulator.Run();
            return served.SequenceEqual(Enumerable.Range(0, codes.Length).Where(index => !Leaves(codes[index])).OrderBy(index => Priority(codes[index])));

            async Process Wait(int index)
            {
                using Lease lease = await resource.Acquire(Priority(codes[index]), Leaves(codes[index]) ? codes[index] / 20.0 : null);
                if (lease.Granted)
                {
                    served.Add(index);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20260802, 1UL));
    }

    private static int Priority(int code) => code / 2 % 10;

    private static bool Leaves(int code) => code % 2 == 0;
}
