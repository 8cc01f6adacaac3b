namespace LocalitySim.Tests;

/// <summary>A scenario of the three areas of <see cref="SmallScenario"/> that gives every key a value other than its default.</summary>
internal static class RichScenario
{
    public const string Areas = """
        area,children,idaci,easting,northing,square_km,code,posts_today,partner:district
        Ash,100,0.1,1000,2000,1.5,E1,3,East
        Beech,200,0.2,3000,2000,2,E2,4,East
        Cedar,300,0.3,5000,2000,3,E3,5,West

        """;

    public const string Yaml = """
        format: 1
        name: Richbridge
        question: What would a hub do?
        start: 2025-04-01
        calendar:
          alwaysOpen: true
          bankHolidays: [2025-12-25]
          schoolHolidays: [{ from: 2025-07-24, to: 2025-09-01 }]
        demand:
          deprivationExponent: 0.6
          level: 1.1
          weekday: [1, 1, 1, 1, 1, 0, 0]
          fromSchools: 0.2
          schoolHolidayFactor: 0.3
          overdispersion: 0.1
          drift: { yearlyChangeSd: 0.1, changeCorrelation: -0.2, startsAfterYears: 0.5 }
          areaDrift: { yearlyChangeSd: 0.05, changeCorrelation: -0.3, startsAfterYears: 1 }
        travel: { speed: 15, detourFactor: 1.2, visitsPerTrip: 2, costPerKilometre: 0.3, allocationTolerance: 0.2 }
        management:
          areaManagersPerLocality: 0.9
          coordinatorsPerLocality: 0.5
          administratorsPerLocality: 0.5
          areaManagersPerUpperTierArea: 0.2
          workersPerTeamManager: 6
          managerHours: 22
          linkHoursPerLocality: 10
          signOffHours: 0.5
          allocationHours: 0.4
          closureHours: 0.4
          areaManagerCost: 80000
          coordinatorCost: 44000
          administratorCost: 31000
          teamManagerCost: 67000
          baseCost: 50000
        frontDoor:
          scope: authority
          fte: 2
          hoursPerContact: 1
          limit: 2
          workingHours: 27
          costPerFte: 50000
          accessPoints:
            - { kind: primary, share: 0.6 }
            - kind: secondary
              share: 0.4
              misdirected: 0.1
              redirectionDelay: 4
              repeatsAssessment: 0.4
              repeatedAssessmentHours: 3
              hoursFactor: 1.2
        services:
          - id: care
            name: Social care
            tier: specialist
            agency: health
            deployment: upper-tier-area
            sharing: equally
            fte: 10
            postSize: 0.5
            partTime: { share: 0.2, size: 0.5 }
            pointsPerFte: 90
            firstYearLimit: 0.8
            paidHours: 36
            fixedShare: 0.1
            dutyHours: 3
            dutyRota: true
            otherWork: [{ name: groups, hoursPerWeek: 2 }]
            supervisionHours: 1
            yearlyTurnover: 0.1
            meanVacancy: 60
            agencyCover: { share: 0.8, delay: 14, meanStay: 100, pricePerFte: 80000 }
            absenceShare: 0.03
            meanAbsence: 7
            leaveWeeks: 5
            termTimeOnly: 0.1
            handoverLoss: 5
            costPerFte: 50000
          - { id: help, tier: targeted, fte: 5 }
        deliveryModels:
          - id: hub
            name: A hub
            panel: { interval: 5, slots: 10, sittingHours: 3, preparationHours: 1 }
            hub:
              contactsAtHub: 0.6
              missed: 0.2
              missedPerKilometre: 0.02
              rooms: 3
              roomHours: 35
              desks: 10
              walkIn: 0.1
              walkInHalvesAtKilometres: 3
              spokes: true
            leadersPerLocality: 1
            homeAgencyHours: 2
            supervisionHours: 1
            linkHoursPerLocality: 6
            requestDelay: 1
            sharedAssessment: true
            sharedAssessmentFactor: 1.3
            setUpCost: 10000
            yearlyCost: 5000
            leadTime: 30
          - { id: panel, panel: { slots: null } }
        pathways:
          - id: need
            name: In need
            service: care
            assessedBy: help
            referralsPerYear: 300
            deprivationExponent: 0.7
            ages: [{ from: 1, to: 11, share: 0.6 }, { from: 12, to: 17, share: 0.4 }]
            sources: [{ name: school, share: 0.2 }, { name: police, share: 0.8 }]
            siblings: { meanChildren: 1.6, workPerFurtherChild: 0.4 }
            urgent: 0.1
            openCases: 100
            noFurtherAction: 0.1
            assessment: { meanLength: 20, hoursPerWeek: 3, visitsPerWeek: 0.5, points: 5, limit: 40, notInNeed: 0.3 }
            casework:
              duration: { law: exponential, meanDays: 200 }
              nominalShare: 0.9
              contactsPerWeek: 0.4
              contactHours: 1.1
              recordingHours: 1.4
              upkeepHours: 0.2
              longTerm: { service: help, after: 100 }
              weights: [{ points: 5, share: 1 }]
            supports:
              - service: help
                share: 0.2
                assessmentLength: 8
                meanLength: 100
                hoursPerWeek: 1.5
                contactsPerWeek: 0.4
                points: 6
                priority: 6
            conference: { share: 0.1, limit: 14, meanLength: 9, hours: 2 }
            stepUp: { share: 0.1, to: other }
            stepDown: { share: 0.2, to: other }
            waiting: { priority: 4, meanPatience: 300, meanTimeToEscalation: 300, escalatesTo: other, workGrowthPer100Days: 0.1 }
            returns: { chance: 0.3, meanDelay: 170, growthPer100DaysWaited: 0.1, growthPerChangeOfWorker: 0.1 }
          - id: other
            service: help
            referralsPerYear: 50
            openCases: 10
            assessment: {}
            casework: { duration: { law: fixed, days: 90 }, weights: [{ points: 6, share: 1 }] }
        feedbacks: { upkeep: false, escalation: false, returns: false, leaving: false, leavingPerLoad: 1 }
        budget: { freedMoney: released, service: help, pooled: [{ agency: health, pounds: 1000 }] }
        plan: { years: 2, warmUpYears: 0.25, branchAfterYears: 0.5, replications: 10, seed: 7 }
        structures:
          - id: two
            name: Two
            staffing: by-children
            setUpCost: 1000
            extraPosts: [{ locality: north, service: help, fte: 1 }]
            localities:
              - { id: north, name: The north, areas: [Ash, Beech], bases: [Ash, Beech], upperTierArea: East }
              - { id: south, areas: [Cedar], bases: [Cedar] }
            services:
              - { service: care, deployment: authority }
              - { service: help, sharing: explicit, posts: [{ team: north, fte: 3 }, { team: south, fte: 2 }] }
            frontDoor: { fte: 1 }
            deliveryModel: panel
            delivery: [{ model: hub, localities: [north] }]
            steps:
              - { on: 2025-06-01, meanLateness: 10, delivery: { locality: south, model: hub } }
              - { on: 2025-07-01, moveBase: { locality: north, from: Ash, to: Cedar } }
              - { on: 2025-08-01, movePosts: { service: help, fte: 1, from: north, to: south, toService: care, meanRecruitment: 60 } }
              - { on: 2025-09-01, endGrant: { service: help, fte: 1, locality: south } }
              - { on: 2025-10-01, newPosts: { service: care, fte: 1, locality: north, meanRecruitment: 60 } }
              - { on: 2025-11-01, reallocate: { by: need, services: [help], everyYear: false, threshold: 2 } }
              - { on: 2026-01-01, redraw: { to: one, keepOpenCases: true, transferDelay: 5, dip: 0.2, dipLength: 60 } }
          - id: one
            localitiesFrom: two
            merges: [{ id: all, name: All, of: [north, south], upperTierArea: West }]
          - id: rolled
            localitiesFrom: two
            rollOut:
              model: hub
              first: 2025-06-01
              phaseLength: 60
              localitiesPerPhase: 1
              ready: [{ locality: south, on: 2025-12-01 }]
              meanLateness: 20
        groupings: { of: rolled, into: [1, 2] }
        uncertain:
          - { figure: travel.speed, from: 10, likely: 16, to: 20 }
          - { figure: staff.fte, median: 1.1, within: 1.2 }
          - { figure: casework.contacts, values: [0.9, 1, 1.2] }

        """;

    /// <summary>Returns the scenario in a folder of its own.</summary>
    public static SmallScenario Create() => new SmallScenario()
        .Write(SmallScenario.Yaml, Yaml.ReplaceLineEndings("\n"))
        .Write(SmallScenario.Areas, Areas.ReplaceLineEndings("\n"));
}
