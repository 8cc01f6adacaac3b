using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace LocalitySim.Cli;

/// <summary>Reads a number that an option carries, with a full stop whatever the machine's language: 0.8 is never 8.</summary>
internal static class InvariantNumber
{
    internal static double? Parse(ArgumentResult result) => Parse(result, "a number such as 2.5");

    /// <summary>Reads a number between 0 and 1: a probability, which is not written in per cent.</summary>
    internal static double? ParseProbability(ArgumentResult result) => Parse(result, "a number between 0 and 1 such as 0.95");

    private static double? Parse(ArgumentResult result, string expected)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
        {
            return value;
        }

        return Refuse<double>(result, text, expected);
    }

    internal static T? ParseWhole<T>(ArgumentResult result)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        return T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T value)
            ? value
            : Refuse<T>(result, text, $"a whole number from 0 to {T.MaxValue}");
    }

    private static T? Refuse<T>(ArgumentResult result, string text, string expected)
        where T : struct
    {
        string name = result.Parent is OptionResult option ? option.Option.Name : "";
        result.AddError($"{name}: found '{text}'; expected {expected}");
        return null;
    }
}
