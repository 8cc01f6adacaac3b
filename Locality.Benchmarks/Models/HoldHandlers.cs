using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>
/// The hold model (Jones, Communications of the ACM 29(4), 1986), written as event handlers: each event that happens schedules
/// itself again, after an increment from one of the laws that are hard on one calendar or another.
/// </summary>
internal sealed class HoldHandlers : IModel
{
    /// <summary>The names of the laws, as the yardstick in C knows them.</summary>
    internal static readonly string[] Laws = ["exponential", "bimodal", "whole-days", "heavy-tail", "mostly-zero"];

    private readonly int law;
    private RandomStream increments;
    private long left;

    internal HoldHandlers(ulong seed, int pending, string law, CalendarForm form = CalendarForm.Automatic)
    {
        this.law = Array.IndexOf(Laws, law);
        Simulator = new Simulator(new SimulatorOptions { Calendar = form });
        increments = new RandomStreams(seed, 0).Stream(Uses.Increment);
        for (int entity = 0; entity < pending; entity++)
        {
            Simulator.Schedule(Increment(), 0, entity);
        }
    }

    public long Units => Simulator.EventCount;

    public Simulator Simulator { get; }

    public IReadOnlyList<Tally> Waits => [];

    public void Advance(double amount)
    {
        left = (long)amount;
        Handler handler = new(this);
        Simulator.Run(ref handler);
    }

    private double Increment() => law switch
    {
        0 => increments.NextExponential(),
        1 => increments.NextUniform() < 0.05 ? increments.NextExponential() * 200 : increments.NextExponential(),
        2 => 1 + (int)(increments.NextUniform() * 5),
        3 => PortableMath.Exp(1.2 * increments.NextExponential()),
        _ => increments.NextUniform() < 0.7 ? 0 : increments.NextExponential(),
    };

    private readonly struct Handler(HoldHandlers model) : IEventHandler
    {
        public void Handle(int kind, int entity)
        {
            model.Simulator.Schedule(model.Increment(), kind, entity);
            if (--model.left == 0)
            {
                model.Simulator.Stop();
            }
        }
    }
}
