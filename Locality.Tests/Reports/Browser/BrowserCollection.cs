using Xunit;

namespace LocalitySim.Tests;

/// <summary>Is the tests of reports in a browser: one browser for all, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<ReportBrowser>
{
    public const string Name = "Reports in a browser";
}
