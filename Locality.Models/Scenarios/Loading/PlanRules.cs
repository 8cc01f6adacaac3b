using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Goes through the steps of each structure in the order of their dates and notes what cannot be done. Values that the schema refuses are passed over here.</summary>
internal sealed class PlanRules
{
    private static readonly ImmutableArray<string> Changes = ["redraw", "delivery", "moveBase", "movePosts", "endGrant", "newPosts", "reallocate"];

    private readonly SourceNode _root;
    private readonly ImmutableArray<StructureSketch> _structures;
    private readonly IReadOnlySet<string>? _areas;
    private readonly ScenarioIds _ids;
    private readonly ProblemList _problems;

    private PlanRules(SourceNode root, ImmutableArray<StructureSketch> structures, IReadOnlySet<string>? areas, ScenarioIds ids, ProblemList problems)
    {
        _root = root;
        _structures = structures;
        _areas = areas;
        _ids = ids;
        _problems = problems;
    }

    /// <summary>Notes every break of these rules.</summary>
    /// <param name="root">The file's outermost value.</param>
    /// <param name="structures">Its structures.</param>
    /// <param name="areas">The names of the areas; null where they are not known, and then names are not looked up.</param>
    /// <param name="ids">The file's ids.</param>
    /// <param name="problems">The list that takes the problems.</param>
    internal static void Check(SourceNode root, ImmutableArray<StructureSketch> structures, IReadOnlySet<string>? areas, ScenarioIds ids, ProblemList problems)
    {
        PlanRules rules = new(root, structures, areas, ids, problems);
        foreach (StructureSketch structure in structures)
        {
            rules.CheckSteps(structure);
            rules.CheckRollOut(structure);
        }
    }

    private void CheckSteps(StructureSketch structure)
    {
        IReadOnlyList<SourceNode> steps = ReferenceRules.Items(structure.Node["steps"]);
        if (steps.Count == 0)
        {
            return;
        }

        PlanState state = new(structure);
        PostBook posts = new(_root, structure);
        foreach (SourceNode step in steps)
        {
            CheckDay(step["on"], "a step");
            CheckOneChange(step);
        }

        foreach (SourceNode step in steps.OrderBy(step => step["on"]?.AsDate() ?? DateOnly.MaxValue))
        {
            CheckRedraw(step["redraw"], structure, state, posts);
            CheckDelivery(step["delivery"], structure, state);
            CheckMove(step["moveBase"], state);
            CheckPosts(step, state, posts);
            CheckReallocation(step["reallocate"], posts);
        }
    }

    private void CheckDay(SourceNode? day, string what)
    {
        if (FigureRules.CheckDate(day, _problems) && day?.AsDate() <= _root["start"]?.AsDate())
        {
            _problems.Add(day!, $"{what} on {day!.Text}, before the start or on it", $"a day after {_root["start"]!.Text}");
        }
    }

    private void CheckOneChange(SourceNode step)
    {
        SourceNode[] given = [.. Changes.Select(change => step[change]).OfType<SourceNode>()];
        if (given.Length > 1)
        {
            _problems.Add(given[1].KeyLine, given[1].KeyColumn, given[1].Path, $"a second change beside {given[0].Key}", "one change: write a step for each");
        }

        // A key that is missing because it is misspelt is one mistake and not two.
        if (given.Length == 0 && step.Kind == SourceKind.Keys && step.Children.All(child => child.Key is "on" or "meanLateness"))
        {
            _problems.Add(step, "a step without a change", $"one of {string.Join(", ", Changes)}");
        }
    }

    private void CheckRedraw(SourceNode? redraw, StructureSketch structure, PlanState state, PostBook posts)
    {
        if (redraw?["to"] is not SourceNode to || to.AsText() is not string id)
        {
            return;
        }

        ReferenceRules.CheckKnown(to, _ids.Structures, "structure", _problems);
        StructureSketch? target = _structures.FirstOrDefault(other => string.Equals(other.Id, id, StringComparison.Ordinal));
        if (target is null)
        {
            return;
        }

        if (ReferenceEquals(target, structure) || ReferenceEquals(target, state.Structure))
        {
            _problems.Add(to, $"{ScenarioMessage.Quote(id)}, which is in force already", "the id of another structure");
        }
        else if (target.Node["steps"] is not null || target.Node["rollOut"] is not null)
        {
            _problems.Add(to, $"{ScenarioMessage.Quote(id)}, which has steps of its own", "a structure without steps and without rollOut: its localities are what counts");
        }

        state.Enter(target);
        posts.Reshare();
    }

    private void CheckDelivery(SourceNode? delivery, StructureSketch structure, PlanState state)
    {
        CheckLocality(delivery?["locality"], state);
        _ids.CheckDeliveryModel(delivery?["model"], _problems);
        if (delivery?["locality"] is not SourceNode node || node.AsText() is not string locality || delivery["model"]?.AsText() is not string model)
        {
            return;
        }

        bool rolledOut = string.Equals(structure.Node["rollOut"]?["model"]?.AsText(), model, StringComparison.Ordinal);
        if (string.Equals(state.Model(locality), model, StringComparison.Ordinal))
        {
            _problems.Add(node, $"{ScenarioMessage.Quote(locality)} opened twice: it has {ScenarioMessage.Quote(model)} by then", "a locality with another delivery model");
        }
        else if (rolledOut && ReferenceEquals(state.Structure, structure))
        {
            _problems.Add(node, $"{ScenarioMessage.Quote(locality)} opened twice: the roll-out brings it {ScenarioMessage.Quote(model)} too", "a step or the roll-out");
        }

        state.Open(locality, model);
    }

    private void CheckMove(SourceNode? move, PlanState state)
    {
        CheckLocality(move?["locality"], state);
        if (move?["to"] is SourceNode to && to.AsText() is string toArea && _areas?.Contains(toArea) == false)
        {
            _problems.Add(to, $"{ScenarioMessage.Quote(toArea)}: a base in no area", "an area of areas.csv", SchemaWording.DidYouMean(_problems.Nearest(toArea, _areas)));
        }

        if (move?["from"] is not SourceNode from || from.AsText() is not string area || move["locality"]?.AsText() is not string locality
            || state.Bases(locality) is not { Length: > 0 } bases)
        {
            return;
        }

        if (!bases.Contains(area, StringComparer.Ordinal))
        {
            _problems.Add(from, ScenarioMessage.Quote(area), $"a base of {ScenarioMessage.Quote(locality)} then: {ScenarioMessage.List(bases)}", SchemaWording.DidYouMean(_problems.Nearest(area, bases)));
        }
        else if (move["to"]?.AsText() is string there)
        {
            if (string.Equals(area, there, StringComparison.Ordinal))
            {
                _problems.Add(move["to"]!, $"{ScenarioMessage.Quote(there)}, where the base is already", "another area");
            }

            state.Move(locality, area, there);
        }
    }

    private void CheckPosts(SourceNode step, PlanState state, PostBook posts)
    {
        SourceNode? move = step["movePosts"];
        _ids.CheckService(move?["service"], _problems);
        _ids.CheckService(move?["toService"], _problems);
        CheckLocality(move?["from"], state);
        CheckLocality(move?["to"], state);
        if (posts.Take(move?["service"], move?["from"], move?["fte"], _problems))
        {
            posts.Give(move?["toService"] ?? move?["service"], move?["to"], move?["fte"], _problems);
        }

        SourceNode? grant = step["endGrant"];
        _ids.CheckService(grant?["service"], _problems);
        CheckLocality(grant?["locality"], state);
        posts.Take(grant?["service"], grant?["locality"], grant?["fte"], _problems);

        SourceNode? more = step["newPosts"];
        _ids.CheckService(more?["service"], _problems);
        CheckLocality(more?["locality"], state);
        posts.Give(more?["service"], more?["locality"], more?["fte"], _problems);
    }

    private void CheckReallocation(SourceNode? reallocation, PostBook posts)
    {
        if (reallocation is null)
        {
            return;
        }

        IReadOnlyList<SourceNode> services = ReferenceRules.Items(reallocation["services"]);
        ReferenceRules.CheckUnique(reallocation["services"], key: null, _problems);
        foreach (SourceNode service in services)
        {
            _ids.CheckService(service, _problems);
            posts.Reshare(service.AsText());
        }

        if (services.Count == 0)
        {
            posts.Reshare();
        }
    }

    private void CheckRollOut(StructureSketch structure)
    {
        if (structure.Node["rollOut"] is not SourceNode rollOut)
        {
            return;
        }

        _ids.CheckDeliveryModel(rollOut["model"], _problems);
        CheckDay(rollOut["first"], "a roll-out");
        ReferenceRules.CheckUnique(rollOut["ready"], "locality", _problems);
        foreach (SourceNode ready in ReferenceRules.Items(rollOut["ready"]))
        {
            ReferenceRules.CheckKnown(ready["locality"], structure.LocalityIds, "locality", _problems);
            FigureRules.CheckDate(ready["on"], _problems);
        }

        // The localities of the roll-out are those of the structure that has it.
        if (ReferenceRules.Items(structure.Node["steps"]).FirstOrDefault(step => step["redraw"] is not null) is SourceNode redraw)
        {
            _problems.Add(rollOut.KeyLine, rollOut.KeyColumn, rollOut.Path, $"a roll-out beside a redraw ({redraw.Path})", "one of them: write the openings as steps");
        }
    }

    private void CheckLocality(SourceNode? locality, PlanState state) =>
        ReferenceRules.CheckKnown(locality, state.Structure.LocalityIds, "locality", _problems);
}
