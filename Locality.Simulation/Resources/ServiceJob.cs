namespace LocalitySim.Simulation;

/// <summary>Is a job for a <see cref="ProcessorSharingServer"/>.</summary>
/// <param name="Work">The service time that the job takes at full pace: zero or more.</param>
/// <param name="Weight">The share of capacity that the job takes at full pace: zero or more.</param>
/// <param name="StandingLoad">The capacity that the job takes for as long as it is present, whatever its pace: zero or more.</param>
/// <param name="MarkedWeight">The part of the weight that is counted apart, such as time on the road: from zero to the weight.</param>
internal readonly record struct ServiceJob(double Work, double Weight, double StandingLoad, double MarkedWeight);
