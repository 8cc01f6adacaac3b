namespace LocalitySim.Models;

/// <summary>Is a further service that one case wants, with what is drawn for it.</summary>
/// <param name="Laws">The service.</param>
/// <param name="Delay">The delay of the request over its mean.</param>
/// <param name="Length">The length of the help over its mean.</param>
internal sealed record WantedSupport(SupportLaws Laws, double Delay, double Length);
