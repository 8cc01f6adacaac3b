using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace LocalitySim.Models;

/// <summary>Finds which values of a scenario are the program's own, because its file leaves them out.</summary>
public static class ScenarioDefaults
{
    /// <summary>Lists the defaults that a scenario uses. A default that the file writes out counts as given.</summary>
    /// <remarks>Only the keys of the file are looked at: <see cref="ScenarioFolder.Check"/> says whether their values are good.</remarks>
    /// <param name="folder">The scenario's folder.</param>
    /// <returns>The values in the order of the records; those of a part that is absent altogether, and so not used, are left out.</returns>
    /// <exception cref="ScenarioException">The file <c>scenario.yaml</c> is not there, or is no YAML.</exception>
    public static ImmutableArray<ScenarioDefault> UsedBy(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ProblemList problems = new(System.IO.Path.Combine(folder, ScenarioFolder.FileNames[0]));
        SourceNode? root = SourceFile.Read(problems) is { } text ? YamlReader.Read(text, problems) : null;
        if (root is null || problems.Any)
        {
            throw new ScenarioException(ProblemList.Sorted([problems]));
        }

        List<ScenarioDefault> found = [];
        Visit(typeof(Scenario), root, "", found);
        return [.. found];
    }

    private static void Visit(Type type, SourceNode? node, string path, List<ScenarioDefault> found)
    {
        // A constructor sets every default; that nothing required is given does not matter to reflection.
        object defaults = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null))
        {
            string key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            string place = path.Length == 0 ? key : $"{path}.{key}";
            SourceNode? given = node?[key];
            if (property.GetCustomAttribute<SourcedAttribute>() is { } sourced)
            {
                if (given is null)
                {
                    found.Add(new(place, Text(property.GetValue(defaults)), sourced.Standing, sourced.Source));
                }
            }
            else if (IsInput(property.PropertyType))
            {
                if (given is { Kind: SourceKind.Keys } || (given is null && property.GetValue(defaults) is not null))
                {
                    Visit(property.PropertyType, given, place, found);
                }
            }
            else if (given is { Kind: SourceKind.List } && property.PropertyType.IsGenericType && IsInput(property.PropertyType.GetGenericArguments()[0]))
            {
                foreach ((int index, SourceNode item) in given.Items.Index())
                {
                    Visit(property.PropertyType.GetGenericArguments()[0], item, string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]"), found);
                }
            }
        }
    }

    private static bool IsInput(Type type) =>
        type.IsClass && type != typeof(Place) && string.Equals(type.Namespace, typeof(Scenario).Namespace, StringComparison.Ordinal);

    private static string Text(object? value) => value switch
    {
        null => "absent",
        bool flag => flag ? "true" : "false",
        string text => text,
        Enum choice => JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString()),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Text))}]",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
