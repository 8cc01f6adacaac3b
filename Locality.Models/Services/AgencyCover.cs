namespace LocalitySim.Models;

/// <summary>Says how vacant posts are covered by agency workers, who stay for months and not for years.</summary>
public sealed record AgencyCover
{
    /// <summary>Gets the share of vacancies that are covered until somebody is recruited.</summary>
    [Sourced(Standing.Verified, "DfE Children's social work workforce 2025, England: agency 13.0 % over vacancy 14.2 %.")]
    public Share Share { get; init; } = new(0.9);

    /// <summary>Gets the time from the vacancy, or from the last agency worker's end, to an agency worker's start.</summary>
    [Sourced(Standing.Judged, "Three weeks.")]
    public Days Delay { get; init; } = new(21);

    /// <summary>Gets the mean stay of an agency worker, exponentially distributed. Each end is a change of worker for the cases.</summary>
    [Sourced(Standing.Judged, "Contracts of three months, often renewed once.")]
    public Days MeanStay { get; init; } = new(150);

    /// <summary>Gets the yearly price of full-time cover.</summary>
    [Sourced(Standing.Judged, "About half as much again as an employee with on-costs.")]
    public Pounds PricePerFte { get; init; } = new(82_000);
}
