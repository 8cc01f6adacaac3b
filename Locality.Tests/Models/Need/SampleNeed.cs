using System.Globalization;
using System.Text;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A small table of authorities and years in a file of its own: quick to fit.</summary>
internal sealed class SampleNeed : IDisposable
{
    internal const int Authorities = 40;
    internal const int FirstYear = 2010;
    internal const int Years = 12;

    private static readonly Purpose Draws = new(3, "sample need");

    public SampleNeed()
    {
        Folder = Directory.CreateTempSubdirectory("need").FullName;
        Path = System.IO.Path.Combine(Folder, "need.csv");
        File.WriteAllText(Path, Text());
    }

    public string Folder { get; }

    public string Path { get; }

    internal static NeedData Read(string path)
    {
        (NeedData? data, System.Collections.Immutable.ImmutableArray<ScenarioProblem> problems) = NeedData.Read(path);
        Assert.Empty(problems);
        return data!;
    }

    /// <summary>The table: rates that come back to a level which grows with deprivation as its square root.</summary>
    internal static string Text()
    {
        StringBuilder text = new("year,code,authority,children,idaci,referrals,in_need,re_referral_percent\n");
        for (int place = 0; place < Authorities; place++)
        {
            RandomStream random = new RandomStreams(21, 0).Stream(Draws, (uint)place);
            double idaci = 0.05 + (0.005 * place);
            int children = 20_000 + (1_000 * (place % 7));
            double mean = PortableMath.Log(1200 * Math.Sqrt(idaci));
            double log = mean;
            for (int year = 0; year < Years; year++)
            {
                log = mean + (0.4 * (log - mean)) + (0.15 * random.NextNormal());
                double rate = PortableMath.Exp(log);
                string name = place == 0 ? "Smallbridge" : string.Create(CultureInfo.InvariantCulture, $"Authority {place}");
                text.Append(CultureInfo.InvariantCulture, $"{FirstYear + year},E{place:00},{name},{children},{idaci:0.000},{Math.Round(rate * children / 10_000)},{Math.Round(rate * children / 20_000)},{20 + (place % 5)}\n");
            }
        }

        return text.ToString();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
