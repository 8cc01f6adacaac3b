namespace LocalitySim.Models;

/// <summary>Cuts a service's full-time equivalents into posts.</summary>
internal static class PostSizes
{
    /// <summary>A rest of less than a thousandth of a post is rounding, not a person.</summary>
    private const double Least = 0.001;

    /// <summary>Returns the sizes in the order of the posts' numbers; the last one takes the rest. Part-time posts are spread evenly among the others.</summary>
    /// <param name="service">The service.</param>
    /// <param name="fte">The full-time equivalents.</param>
    internal static IEnumerable<double> Of(Service service, double fte)
    {
        int number = 0;
        double left = fte;
        while (left > Least)
        {
            double size = service.PostSize.Value;
            if (service.PartTime is { } partTime && IsOneOf(partTime.Share.Value, number))
            {
                size *= partTime.Size.Value;
            }

            yield return Math.Min(left, size);
            left -= size;
            number++;
        }
    }

    /// <summary>Tells whether a number is one of a share of all numbers, spread evenly: every third one for a share of a third.</summary>
    internal static bool IsOneOf(double share, int number) => CountUpTo(share, number + 1) > CountUpTo(share, number);

    /// <summary>Returns the mean size of a post.</summary>
    internal static double Mean(Service service) => service.PostSize.Value * (service.PartTime is { } partTime
        ? 1 - (partTime.Share.Value * (1 - partTime.Size.Value))
        : 1);

    /// <summary>Returns how many of the first numbers are of a share. Shares such as 0.29 are a little less than they say, and 29 of 100 must be 29.</summary>
    private static double CountUpTo(double share, int numbers) => Math.Floor((numbers * share) + 1e-9);
}
