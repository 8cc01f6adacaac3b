using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>
/// A prediction shared out among the columns, on the scale of the link: the base and the contributions add up to the prediction. It says what
/// the trees do, exactly, and not what would come of changing a column in the world. Immutable.
/// </summary>
/// <param name="Base">What is predicted with no column known: the trees' mean over the rows fitted.</param>
/// <param name="Contributions">What knowing each column adds, in the order of the columns.</param>
/// <param name="Link">The prediction: <see cref="TreeEnsemble.Link"/>.</param>
public sealed record TreeExplanation(double Base, ImmutableArray<double> Contributions, double Link);
