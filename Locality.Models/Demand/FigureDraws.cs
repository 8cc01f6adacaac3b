using System.Text;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Draws the uncertain figures of a future: the same for every structure, and for every set of other figures that are uncertain beside them.</summary>
internal static class FigureDraws
{
    /// <summary>Returns a future's value of each uncertain figure, in the scenario's order.</summary>
    internal static double[] Values(Scenario scenario, ulong seed, int replication)
    {
        RandomStreams streams = new(seed, (uint)replication);
        return [.. scenario.Uncertain.Select(figure =>
        {
            RandomStream random = streams.Stream(Purposes.UncertainFigure, Number(figure.Figure));
            return figure.Draw(ref random);
        })];
    }

    /// <summary>Returns a future's scenario: the same instance where nothing is uncertain.</summary>
    internal static Scenario Of(Scenario scenario, ulong seed, int replication) =>
        scenario.Uncertain.IsEmpty ? scenario : UncertainFigures.With(scenario, Values(scenario, seed, replication));

    /// <summary>Returns a number that belongs to a name for good, whatever other names there are: the 32-bit FNV-1a hash of its UTF-8 bytes.</summary>
    /// <remarks>Source: Fowler, Noll, Vo and Eastlake, "The FNV Non-Cryptographic Hash Algorithm" (RFC 9923): offset basis 2166136261, prime 16777619.</remarks>
    private static uint Number(string name) => Encoding.UTF8.GetBytes(name).Aggregate(2166136261u, (hash, next) => unchecked((hash ^ next) * 16777619u));
}
