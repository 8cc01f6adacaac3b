using System.Globalization;
using System.Text.Json;

namespace LocalitySim.Models;

/// <summary>Reads the features of <c>boundaries.geojson</c>: a FeatureCollection of RFC 7946.</summary>
internal static class BoundaryCollection
{
    private static readonly string[] Namings = ["area", "code", "name"];

    /// <summary>Returns the features, or notes why there are none and returns null.</summary>
    internal static List<BoundaryFeature>? Read(JsonSource source)
    {
        if (source.Root.Kind != JsonTokenType.StartObject)
        {
            source.Refuse(source.Root, "", source.Describe(source.Root), "a FeatureCollection");
            return null;
        }

        Dictionary<string, JsonSlice> members = source.Members(source.Root, "");
        if (!HasType(source, members, source.Root, "", "FeatureCollection"))
        {
            return null;
        }

        if (!members.TryGetValue("features", out JsonSlice list) || list.Kind != JsonTokenType.StartArray)
        {
            bool absent = list.Length == 0;
            source.Refuse(absent ? source.Root : list, "features", absent ? "nothing" : source.Describe(list), "a list of features");
            return null;
        }

        BoundaryGeometry geometry = new(source, members.TryGetValue("crs", out JsonSlice crs) ? IsInMetres(source, crs) : false);
        List<BoundaryFeature> features = [];
        foreach ((int index, JsonSlice item) in source.Items(list).Index())
        {
            if (Feature(source, geometry, item, string.Create(CultureInfo.InvariantCulture, $"features[{index}]")) is { } feature)
            {
                features.Add(feature);
            }
        }

        return features;
    }

    private static BoundaryFeature? Feature(JsonSource source, BoundaryGeometry geometry, JsonSlice item, string path)
    {
        if (item.Kind != JsonTokenType.StartObject)
        {
            source.Refuse(item, path, source.Describe(item), "a Feature");
            return null;
        }

        Dictionary<string, JsonSlice> members = source.Members(item, path);
        if (!HasType(source, members, item, path, "Feature"))
        {
            return null;
        }

        string propertiesPath = $"{path}.properties";
        bool hasProperties = members.TryGetValue("properties", out JsonSlice properties) && properties.Kind == JsonTokenType.StartObject;
        Dictionary<string, JsonSlice> named = hasProperties ? source.Members(properties, propertiesPath) : [];
        string? key = Array.Find(Namings, named.ContainsKey);
        string? value = key is null ? null : source.Text(named[key]);
        if (key is null)
        {
            source.Refuse(hasProperties ? properties : item, propertiesPath, "none of area, code and name", "the area's name as area, or its code as code");
        }
        else if (value is null)
        {
            source.Refuse(named[key], $"{propertiesPath}.{key}", source.Describe(named[key]), "text");
        }

        string geometryPath = $"{path}.geometry";
        if (!members.TryGetValue("geometry", out JsonSlice shape))
        {
            source.Refuse(item, geometryPath, "nothing", "a Polygon or a MultiPolygon");
        }

        var polygons = shape.Length == 0 ? null : geometry.Read(shape, geometryPath);
        return value is null ? null : new(key!, value, named[key!], $"{propertiesPath}.{key}", polygons);
    }

    /// <summary>Says whether coordinates are metres on the national grid; null, with the mistake noted, where they are in another system.</summary>
    private static bool? IsInMetres(JsonSource source, JsonSlice crs)
    {
        string name = "";
        JsonSlice at = crs;
        if (crs.Kind == JsonTokenType.StartObject
            && source.Members(crs, "crs").TryGetValue("properties", out JsonSlice properties) && properties.Kind == JsonTokenType.StartObject
            && source.Members(properties, "crs.properties").TryGetValue("name", out JsonSlice text) && text.Kind == JsonTokenType.String)
        {
            name = source.Text(text)!;
            at = text;
        }

        switch (name.ToUpperInvariant())
        {
            case "EPSG:27700" or "URN:OGC:DEF:CRS:EPSG::27700":
                return true;
            case "EPSG:4326" or "URN:OGC:DEF:CRS:EPSG::4326" or "URN:OGC:DEF:CRS:OGC:1.3:CRS84":
                return false;
            default:
                source.Refuse(
                    at,
                    "crs",
                    source.Describe(at),
                    "EPSG:27700 (metres on the national grid), or no crs (degrees on WGS 84)",
                    "write { \"type\": \"name\", \"properties\": { \"name\": \"EPSG:27700\" } }");
                return null;
        }
    }

    private static bool HasType(JsonSource source, Dictionary<string, JsonSlice> members, JsonSlice owner, string path, string type)
    {
        bool present = members.TryGetValue("type", out JsonSlice at);
        if (present && string.Equals(source.Text(at), type, StringComparison.Ordinal))
        {
            return true;
        }

        source.Refuse(present ? at : owner, path.Length == 0 ? "type" : $"{path}.type", present ? source.Describe(at) : "nothing", $"'{type}'");
        return false;
    }
}
