using System.CommandLine.Parsing;
using System.Globalization;

namespace LocalitySim.Cli;

/// <summary>Reads a number that an option carries, with a full stop whatever the machine's language: 0.8 is never 8.</summary>
internal static class InvariantNumber
{
    internal static double? Parse(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
        {
            return value;
        }

        string name = result.Parent is OptionResult option ? option.Option.Name : "";
        result.AddError($"{name}: found '{text}'; expected a number such as 2.5");
        return null;
    }
}
