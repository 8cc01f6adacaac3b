using System.Reflection;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes part 5 of the checklist: software, random sampling, model execution, system.</summary>
internal static class ImplementationSection
{
    internal static void Write(DescriptionText text)
    {
        string version = typeof(Scenario).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        text.Item("5.1", "Software");
        text.Say($"LocalitySim {version}, written in C# for .NET 10, with a discrete-event engine of its own.");

        text.Item("5.2", "Random sampling");
        text.Say("Philox4x32-10, a counter-based generator. A draw is keyed by seed, replication, purpose and entity, never by the order of drawing: a change in one place leaves every other draw as it was.");

        text.Item("5.3", "Model execution");
        text.Say("Process interaction on an event calendar; ties run in priority order, then in the order in which they were scheduled. Futures run on several threads; the results do not depend on how many.");

        text.Item("5.4", "System specification");
        text.Say("Any system on which .NET 10 runs. The numbers do not depend on it: mathematical functions are computed by the program itself. locality compare --verbose prints the time taken and the memory used.");
    }
}
