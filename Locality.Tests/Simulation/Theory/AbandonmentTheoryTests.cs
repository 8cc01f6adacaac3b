using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Cases that leave a queue when their patience ends: M/M/c + M, or Erlang-A.</summary>
public sealed class AbandonmentTheoryTests(ITestOutputHelper output)
{
    private const int Slots = 16;
    private const double Rate = 1;
    private const double MeanService = 17;
    private const double MeanPatience = 60;
    private const double BatchDays = 75_000;
    private const int Batches = 40;

    [Fact]
    public void Sixteen_slots_and_a_patience_of_sixty_days_give_the_published_queue_loss_and_chance_of_waiting()
    {
        double[] number = QueueTheory.NumberInSystem(Slots, Rate, MeanService, MeanPatience);
        double queue = QueueTheory.Mean(number[Slots..]);
        double loss = queue / MeanPatience / Rate;
        double waiting = number[Slots..].Sum();
        TheoryCheck.Rounds(5.860, queue, 3);
        TheoryCheck.Rounds(0.0977, loss, 4);
        TheoryCheck.Rounds(0.790, waiting, 3);
        double[] queues = new double[Batches];
        double[] losses = new double[Batches];
        double[] waits = new double[Batches];

        for (int batch = 0; batch < Batches; batch++)
        {
            Simulator simulator = new();
            SlotQueue model = new(simulator, new RandomStreams(201, (uint)batch), 0, Slots, Rate, MeanService, MeanPatience);
            simulator.Run(BatchDays);
            queues[batch] = model.Slots.QueueLengthOverTime.Mean(BatchDays);
            losses[batch] = (double)model.Lost / model.Arrived;
            waits[batch] = (double)model.Waited / model.Arrived;
        }

        TheoryCheck.Inside(output, "Erlang-A, mean queue", queue, queues);
        TheoryCheck.Inside(output, "Erlang-A, share that leaves", loss, losses);
        TheoryCheck.Inside(output, "Erlang-A, share that waits", waiting, waits);
    }
}
