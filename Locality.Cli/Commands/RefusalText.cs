namespace LocalitySim.Cli;

/// <summary>Says why the library refused something, in the library's words.</summary>
internal static class RefusalText
{
    /// <summary>Returns the message without the name of the parameter, which means nothing to who typed a command.</summary>
    internal static string Of(ArgumentException exception) => exception.Message.Split(" (Parameter", StringSplitOptions.None)[0];
}
