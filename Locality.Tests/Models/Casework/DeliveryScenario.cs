using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Scenarios with a delivery model in every locality, and runs to which nobody comes but whom a test sends.</summary>
internal static class DeliveryScenario
{
    /// <summary>The service that helps beside the lead.</summary>
    internal static readonly Service Helper = PlainScenario.Service with { Id = "help", Fte = new Fte(100), PointsPerFte = new Points(1000) };

    internal static readonly SupportService Help = new()
    {
        Service = "help",
        Share = new Share(1),
        AssessmentLength = default,
        MeanLength = new Days(1),
        HoursPerWeek = default,
        ContactsPerWeek = 0,
        Points = default,
    };

    /// <summary>Gives every locality of every structure one delivery model.</summary>
    internal static Scenario Under(this Scenario scenario, DeliveryModel model) => scenario with
    {
        DeliveryModels = [model],
        Structures = [.. scenario.Structures.Select(structure => structure with { DeliveryModel = model.Id })],
    };

    /// <summary>Adds a service that every accepted case wants.</summary>
    internal static Scenario WithHelp(this Scenario scenario) => scenario with
    {
        Services = [.. scenario.Services, Helper],
        Pathways = [.. scenario.Pathways.Select(pathway => pathway with { Supports = [Help] })],
    };

    /// <summary>Makes a run to which nobody comes.</summary>
    internal static StructureRun Quiet(this Scenario scenario, string structure = "separate")
    {
        Scenario quiet = scenario.With(pathway: pathway => pathway with { ReferralsPerYear = 0 });
        return new StructureRun(new StructureBasis(quiet, quiet.Structure(structure), FreedMoney.Released, 3), 1, 0);
    }

    internal static Case NewCase(this StructureRun run, uint number, int area = 0, int pathway = 0) =>
        run.OpenCase(new CaseIdentity(area, pathway, number, 0, (int)number), previous: null, known: null);

    /// <summary>Starts a process at a time.</summary>
    internal static void At(this StructureRun run, double time, Func<Process> process)
    {
        run.Simulator.Start(Wait());

        async Process Wait()
        {
            await run.Simulator.Delay(time);
            await process();
        }
    }

    internal static string Days(double? time) => time?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}
