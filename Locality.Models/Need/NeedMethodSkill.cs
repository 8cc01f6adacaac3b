namespace LocalitySim.Models;

/// <summary>Says how a single method did in a backtest.</summary>
/// <param name="Name">The method.</param>
/// <param name="Penalty">The penalty chosen for a ridge regression; absent for other methods.</param>
/// <param name="IsPart">Whether it is a part of the blend: it was better than persistence on the years of choice.</param>
/// <param name="Skill">Its skill in the test years.</param>
public sealed record NeedMethodSkill(string Name, double? Penalty, bool IsPart, ForecastSkill Skill);
