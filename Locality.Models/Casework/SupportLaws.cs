using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a further service that a pathway's cases may want, made ready for sampling.</summary>
/// <param name="Rules">What the scenario says.</param>
/// <param name="Service">The service's index.</param>
internal sealed record SupportLaws(SupportService Rules, int Service);
