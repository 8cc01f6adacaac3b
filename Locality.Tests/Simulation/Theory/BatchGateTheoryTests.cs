using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Cases that wait for a panel that sits every so often.</summary>
public sealed class BatchGateTheoryTests(ITestOutputHelper output)
{
    private const int Batches = 40;
    private const double Interval = 7;

    [Fact]
    public void Without_a_limit_the_wait_is_uniform_over_the_interval()
    {
        const double Lead = 2;
        double[] means = new double[Batches];
        double[] variances = new double[Batches];

        for (int batch = 0; batch < Batches; batch++)
        {
            Tally waits = new();
            Run(new RandomStreams(501, (uint)batch), arrivalRate: 1, limit: null, left: [1], openings: 1000, Lead, waits, new Tally());
            means[batch] = waits.Mean!.Value;
            variances[batch] = waits.Variance!.Value;
        }

        TheoryCheck.Inside(output, "Panel without a limit, mean wait and lead", (Interval / 2) + Lead, means);
        TheoryCheck.Inside(output, "Panel without a limit, variance of the wait", Interval * Interval / 12, variances);
    }

    [Fact]
    public void With_a_limit_the_number_left_follows_its_chain()
    {
        const double ArrivalsAnInterval = 3.2;
        const int Limit = 4;
        double[] left = QueueTheory.LeftAtGate(ArrivalsAnInterval, Limit);
        double meanLeft = QueueTheory.Mean(left);
        double[] means = new double[Batches];
        double[] waits = new double[Batches];

        for (int batch = 0; batch < Batches; batch++)
        {
            Tally queues = new();
            Tally wait = new();
            Run(new RandomStreams(502, (uint)batch), ArrivalsAnInterval / Interval, Limit, left, openings: 28_000, lead: 0, wait, queues);
            means[batch] = queues.Mean!.Value;
            waits[batch] = wait.Mean!.Value;
        }

        TheoryCheck.Inside(output, "Panel of four, mean number left", meanLeft, means);
        TheoryCheck.Inside(output, "Panel of four, mean wait", (Interval / 2) + (meanLeft * Interval / ArrivalsAnInterval), waits);
    }

    private static void Run(RandomStreams streams, double arrivalRate, int? limit, double[] left, int openings, double lead, Tally waits, Tally queues)
    {
        Simulator simulator = new();
        BatchGate gate = new(simulator, Interval, Interval, limit);
        RandomStream arrivals = streams.Stream(new Purpose(1, "arrivals"));
        RandomStream start = streams.Stream(new Purpose(2, "start"));

        // Time zero stands just after an opening, with those whom it left behind.
        int present = new CategoricalDistribution(left).Sample(ref start);
        for (int index = 0; index < present; index++)
        {
            simulator.Start(Pass(isCounted: false));
        }

        simulator.Start(Arrive());
        simulator.Start(Watch());
        simulator.Run((openings * Interval) + lead);

        async Process Arrive()
        {
            while (true)
            {
                await simulator.Delay(arrivals.NextExponential() / arrivalRate);
                simulator.Start(Pass(isCounted: true));
            }
        }

        async Process Pass(bool isCounted)
        {
            double arrival = simulator.Now;
            await gate.Pass();
            await simulator.Delay(lead);
            if (isCounted)
            {
                waits.Add(simulator.Now - arrival);
            }
        }

        async Process Watch()
        {
            for (int opening = 1; ; opening++)
            {
                // The opening is the last event of its time; what is scheduled then with the same priority comes after it.
                await simulator.DelayUntil(opening * Interval);
                await simulator.Delay(0, priority: 127);
                queues.Add(gate.QueueLength);
            }
        }
    }
}
