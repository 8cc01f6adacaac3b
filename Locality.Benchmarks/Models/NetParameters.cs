using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>
/// The referral network NET of the yardstick: 22 places with 4 arrivals a day each; triage by 3 servers, assessment by 5,
/// casework by 20; 22 % of those who leave come back after 120 days on average. Loads .80, .80 and .85.
/// </summary>
internal static class NetParameters
{
    internal const int Places = 22;
    internal const int Stages = 3;
    internal const double ArrivalsPerDay = 4;
    internal const double ReturnShare = 0.22;
    internal const double MeanReturnDays = 120;

    /// <summary>The mean time of triage and assessment in days, exponential; casework is lognormal with a shape of 1.</summary>
    private static readonly double[] MeanServiceDays = [0.468, 0.78];

    private static readonly double CaseworkLogMean = PortableMath.Log(3.315) - 0.5;

    internal static int ServersAt(int stage) => stage switch
    {
        0 => 3,
        1 => 5,
        _ => 20,
    };

    /// <summary>Draws the time of a service in days.</summary>
    internal static double ServiceDays(int stage, ref RandomStream draws) =>
        stage < 2 ? draws.NextExponential() * MeanServiceDays[stage] : PortableMath.Exp(CaseworkLogMean + draws.NextNormal());

    /// <summary>Gives streams of one use of chance: one for each place, or for each stage in each place.</summary>
    internal static RandomStream[] StreamsOf(RandomStreams streams, Purpose purpose, int count)
    {
        RandomStream[] all = new RandomStream[count];
        for (int group = 0; group < count; group++)
        {
            all[group] = streams.Stream(purpose, (uint)group);
        }

        return all;
    }
}
