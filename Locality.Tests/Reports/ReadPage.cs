using System.Collections.Immutable;
using System.Xml.Linq;

namespace LocalitySim.Tests;

/// <summary>A page as a reader without scripts gets it.</summary>
internal sealed record ReadPage(XDocument Words, ImmutableArray<ReadScript> Scripts, string Style)
{
    internal IEnumerable<XElement> All(string name) => Words.Descendants(name);
}
