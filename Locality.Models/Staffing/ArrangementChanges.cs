using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Makes the next arrangement from the one in force and a dated change. Pure: the same input gives the same arrangement.</summary>
internal static class ArrangementChanges
{
    /// <summary>Returns what a step makes of an arrangement.</summary>
    /// <param name="now">The arrangement in force.</param>
    /// <param name="step">The step.</param>
    /// <param name="number">The step's number in its list, from 0: its new posts are numbered by it.</param>
    /// <param name="referrals">The referrals of the year before by area; asked for only where staff are shared by them.</param>
    /// <param name="freedMoney">What is done with the money that a redraw frees.</param>
    internal static ArrangementChange Of(Arrangement now, PlanStep step, int number, Func<double[]> referrals, FreedMoney freedMoney) => step switch
    {
        { Redraw: { } redraw } => Redrawn(now, redraw, number, freedMoney),
        { Delivery: { } delivery } => Opened(now, delivery),
        { MoveBase: { } move } => new(BaseMoved(now, move), TransferTerms.Usual),
        { MovePosts: { } move } => PostsMoved(now, move, number),
        { EndGrant: { } grant } => GrantEnded(now, grant, number),
        { NewPosts: { } posts } => PostsAdded(now, posts, number),
        { Reallocate: { } rule } => new(Reallocated(now, rule, referrals), TransferTerms.Usual),
        _ => new(now, TransferTerms.Usual),
    };

    /// <remarks>Under an equal budget the money that the target frees buys its posts from then on, and they have to be recruited; what it costs more is given up.</remarks>
    private static ArrangementChange Redrawn(Arrangement now, Redraw redraw, int number, FreedMoney freedMoney)
    {
        Structure target = now.Scenario.Structure(redraw.To);
        Arrangement redrawn = Resharing.Under(now, target);
        int service = now.Scenario.IndexOfService(now.Scenario.Budget.Service);
        double held = now.Placed.Where(post => post.Service == service && Establishment.IsBought(post)).Sum(post => post.Fte);
        double more = Budget.BoughtFte(now.Scenario, target, freedMoney) - held;
        EstablishmentChange posts = new(redrawn, number);
        if (more >= Establishment.LeastPost)
        {
            posts.Add(service, more, locality: null);
        }
        else if (more <= -Establishment.LeastPost)
        {
            posts.GiveUp(service, -more, locality: null);
        }

        return new(new Arrangement(now.Scenario, target, posts.Posts), TransferTerms.Of(redraw))
        {
            SetUpCost = target.SetUpCost.Value,
            Recruited = posts.Recruited,
            MeanRecruitment = new NewPosts { Service = "", Fte = default }.MeanRecruitment.Value,
        };
    }

    private static ArrangementChange Opened(Arrangement now, DeliveryChange change)
    {
        string locality = now.Structure.Localities[IndexOf(now, change.Locality)].Id;
        ImmutableArray<DeliveryChoice> others = [.. now.Structure.Delivery
            .Select(choice => choice with { Localities = choice.Localities.Remove(locality, StringComparer.Ordinal) })
            .Where(choice => !choice.Localities.IsEmpty)];
        Structure next = now.Structure with { Delivery = [.. others, new DeliveryChoice { Model = change.Model, Localities = [locality] }] };
        return new(new Arrangement(now.Scenario, next, now.Placed), TransferTerms.Usual)
        {
            SetUpCost = now.Scenario.DeliveryModels.First(model => string.Equals(model.Id, change.Model, StringComparison.Ordinal)).SetUpCost.Value,
        };
    }

    private static Arrangement BaseMoved(Arrangement now, BaseMove move)
    {
        int index = IndexOf(now, move.Locality);
        Locality locality = now.Structure.Localities[index];
        Locality moved = locality with
        {
            Bases = [.. locality.Bases.Select(area => string.Equals(area, move.From, StringComparison.Ordinal) ? move.To : area).Distinct(StringComparer.Ordinal)],
        };
        int from = AreaOf(now, move.From);
        int to = AreaOf(now, move.To);
        return new Arrangement(
            now.Scenario,
            now.Structure with { Localities = now.Structure.Localities.SetItem(index, moved) },
            [.. now.Placed.Select(post => post.Locality == index && post.BaseArea == from ? post with { BaseArea = to } : post)]);
    }

    private static ArrangementChange PostsMoved(Arrangement now, PostMove move, int number)
    {
        EstablishmentChange posts = new(now, number);
        int service = now.Scenario.IndexOfService(move.Service);
        int target = now.Scenario.IndexOfService(move.ToService ?? move.Service);
        int? from = LocalityNow(now, move.From);
        int? to = LocalityNow(now, move.To);
        if (target == service)
        {
            posts.Move(service, move.Fte.Value, from, to);
        }
        else
        {
            posts.Add(target, posts.GiveUp(service, move.Fte.Value, from), to);
        }

        return With(now, posts, move.MeanRecruitment);
    }

    private static ArrangementChange GrantEnded(Arrangement now, GrantEnd grant, int number)
    {
        EstablishmentChange posts = new(now, number);
        posts.GiveUp(now.Scenario.IndexOfService(grant.Service), grant.Fte.Value, LocalityNow(now, grant.Locality));
        return With(now, posts, default);
    }

    private static ArrangementChange PostsAdded(Arrangement now, NewPosts added, int number)
    {
        EstablishmentChange posts = new(now, number);
        posts.Add(now.Scenario.IndexOfService(added.Service), added.Fte.Value, LocalityNow(now, added.Locality));
        return With(now, posts, added.MeanRecruitment);
    }

    private static Arrangement Reallocated(Arrangement now, Reallocation rule, Func<double[]> referrals)
    {
        double[] weights = rule.By == ReallocationBasis.Need
            ? NeedShares.ByDeprivation(now.Scenario.Place, now.Scenario.Demand.DeprivationExponent)
            : referrals();
        return Resharing.ByWeights(now, rule, weights);
    }

    private static ArrangementChange With(Arrangement now, EstablishmentChange posts, Days meanRecruitment) =>
        new(new Arrangement(now.Scenario, now.Structure, posts.Posts), TransferTerms.Usual)
        {
            Recruited = posts.Recruited,
            MeanRecruitment = meanRecruitment.Value,
        };

    private static int? LocalityNow(Arrangement now, string? id) => id is null ? null : IndexOf(now, id);

    /// <summary>Returns the locality with an id; where a late redraw or an early one has left none, the one that now has that locality's first area.</summary>
    private static int IndexOf(Arrangement now, string id)
    {
        for (int index = 0; index < now.Structure.Localities.Length; index++)
        {
            if (string.Equals(now.Structure.Localities[index].Id, id, StringComparison.Ordinal))
            {
                return index;
            }
        }

        Locality named = now.Scenario.Structures.SelectMany(structure => structure.Localities).First(locality => string.Equals(locality.Id, id, StringComparison.Ordinal));
        return now.Map.LocalityOfArea[AreaOf(now, named.Areas[0])];
    }

    private static int AreaOf(Arrangement now, string name)
    {
        int index = 0;
        while (!string.Equals(now.Scenario.Place.Areas[index].Name, name, StringComparison.Ordinal))
        {
            index++;
        }

        return index;
    }
}
