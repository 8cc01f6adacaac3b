using System.Collections;
using System.Reflection;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class ScenarioBindingTests
{
    [Fact]
    public void Every_key_reaches_its_property()
    {
        using SmallScenario folder = RichScenario.Create();
        Assert.Empty(folder.Problems());
        Dictionary<string, bool> given = new(StringComparer.Ordinal);
        Visit(Scenario.Load(folder.Folder), given);
        Assert.Empty(given.Where(pair => !pair.Value).Select(pair => pair.Key));
        Assert.True(given.Count > 200);
    }

    // A key that gets lost on the way leaves its property as it is by default, wherever the record is found.
    private static void Visit(object record, Dictionary<string, bool> given)
    {
        object defaults = Activator.CreateInstance(record.GetType())!;
        foreach (PropertyInfo property in record.GetType().GetProperties().Where(property => property.CanWrite && property.PropertyType != typeof(Place)))
        {
            object? value = property.GetValue(record);
            string name = $"{record.GetType().Name}.{property.Name}";
            bool isGiven = value is IEnumerable list and not string ? Items(list).Length > 0 : !Equals(value, property.GetValue(defaults));
            given[name] = given.GetValueOrDefault(name) || isGiven;
            foreach (object inner in value is IEnumerable items and not string ? Items(items) : value is null ? [] : [value])
            {
                if (inner.GetType() is { IsClass: true } type && type != typeof(string) && inner is not Distribution)
                {
                    Visit(inner, given);
                }
            }
        }
    }

    private static object[] Items(IEnumerable list) => list.GetType().GetProperty("IsDefault")?.GetValue(list) is true ? [] : [.. list.Cast<object>()];
}
